import { HttpMethod } from '#model/api.ts';
import type { DocumentedEndpoint } from '#model/evidence.ts';
import { toDocumentedPath, type SurfacePattern } from './documented-path.ts';

/**
 * The endpoints that an OpenAPI description in YAML has, each with the line of its method.
 *
 * The file may have many megabytes and is read line by line: keys of `paths` are paths, and keys of
 * these are methods. Nothing else of it is understood.
 *
 * @param file From the root of the project.
 * @returns `undefined` when it has no `paths` with anything in it.
 */
export function findOpenapiEndpoints(
	yaml: string,
	file: string,
	pattern: SurfacePattern,
): DocumentedEndpoint[] | undefined {
	const found: DocumentedEndpoint[] = [];
	const walk = new PathsWalk();
	yaml.split(/\r?\n/).forEach((text, index) => {
		const key = readKey(text);
		const at = key && walk.enter(key);
		const method = HttpMethod.safeParse(at?.method.toUpperCase());
		const path = at && toDocumentedPath(at.path, pattern);
		if (path === undefined || !method.success) return;
		found.push({ source: 'openapi', method: method.data, path, file, line: index + 1 });
	});
	return walk.hasPaths ? found : undefined;
}

interface Key {
	indent: number;
	name: string;
}

/** Knows where in `paths` a line is, by how far it is to the right. */
class PathsWalk {
	#isInPaths = false;
	#pathIndent: number | undefined;
	#methodIndent: number | undefined;
	#path: string | undefined;

	get hasPaths(): boolean {
		return this.#pathIndent !== undefined;
	}

	/** @returns The method of a path when the key is one, or another key that is there. */
	enter({ indent, name }: Key): { path: string; method: string } | undefined {
		if (indent === 0) {
			this.#isInPaths = name === 'paths';
			this.#path = undefined;
			return undefined;
		}
		if (!this.#isInPaths) return undefined;
		this.#pathIndent ??= indent;
		if (indent === this.#pathIndent) {
			this.#path = name;
			this.#methodIndent = undefined;
			return undefined;
		}
		this.#methodIndent ??= indent;
		if (this.#path === undefined || indent !== this.#methodIndent) return undefined;
		return { path: this.#path, method: name };
	}
}

/** A line that begins with a key, whose value may follow. */
function readKey(text: string): Key | undefined {
	const [, space = '', double, single, plain] =
		/^( *)(?:"([^"]*)"\s*|'([^']*)'\s*|([^\s"'#:[\]{},-][^:]*)):(?:\s|$)/.exec(text) ?? [];
	const name = double ?? single ?? plain?.trimEnd();
	return name === undefined ? undefined : { indent: space.length, name };
}
