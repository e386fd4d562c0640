import { toShape, varying } from '#core/consumers/endpoints/endpoint-name.ts';
import type { Api } from '#model/api.ts';
import { compileRe2 } from '#model/re2.ts';

/** The paths of the API, with `:x` for what varies. */
export class ApiShapes {
	readonly #shapes: ReadonlySet<string>;
	readonly #parts: readonly (readonly string[])[];
	readonly #roots: ReadonlySet<string | undefined>;
	readonly #isOfApi: (path: string) => boolean;

	constructor({ endpoints, surface }: Api) {
		this.#isOfApi = compileRe2(surface.pattern);
		this.#shapes = new Set(endpoints.map(({ path }) => toShape(path)));
		this.#parts = [...this.#shapes].map((shape) => shape.slice(1).split('/'));
		this.#roots = new Set(endpoints.map(({ path }) => findRoot(toShape(path), this.#isOfApi)));
	}

	has(shape: string): boolean {
		return this.#shapes.has(shape);
	}

	/** Whether it is below a path of the API, also where no endpoint has it. */
	isOfSurface(shape: string): boolean {
		const root = findRoot(shape, this.#isOfApi);
		return root !== undefined && this.#roots.has(root);
	}

	/** The path of an endpoint in which what varies has a name: `/groups/tools/cars`. */
	findNamed(segments: readonly string[]): string | undefined {
		const parts = this.#find(segments, (own, part) => own === part || part === varying);
		return parts && `/${parts.join('/')}`;
	}

	/** Whether what varies may be a part that an endpoint's path has: `/:x/:x/cars`. */
	mayBe(segments: readonly string[]): boolean {
		return this.#find(segments, (own, part) => own === part || own === varying) !== undefined;
	}

	#find(segments: readonly string[], fits: (own: string, part: string) => boolean) {
		if (!segments.some((one) => this.#isOfApi(`/${one}`))) return undefined;
		return this.#parts.find(
			(parts) =>
				parts.length === segments.length &&
				parts.every((part, index) => fits(segments[index] ?? '', part)),
		);
	}
}

/** The shortest beginning of a path that belongs to the API. */
function findRoot(path: string, isOfApi: (path: string) => boolean): string | undefined {
	const segments = path.split('/');
	const beginnings = segments.map((_, index) => segments.slice(0, index + 1).join('/'));
	return beginnings.find((beginning) => beginning !== '' && isOfApi(beginning));
}
