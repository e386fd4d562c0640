import { toShape, varying } from '#core/consumers/endpoints/endpoint-name.ts';
import type { Api } from '#model/api.ts';
import { compileRe2 } from '#model/re2.ts';
import type { Services } from './services.ts';

/** The parts of paths by which one knows that they are of the API: `cars`. */
export function findPathWords({ endpoints, surface }: Api): Set<string> {
	const isOfApi = compileRe2(surface.pattern);
	return new Set(
		endpoints.flatMap(({ path }) =>
			toShape(path)
				.split('/')
				.filter((segment) => segment !== '' && segment !== varying && isOfApi(`/${segment}`)),
		),
	);
}

/** What a text has that may be a path or a query of the API. */
export function findTextTrigger(api: Api): RegExp {
	const { endpoints } = api;
	const words = findPathWords(api);
	const fields = new Set(
		endpoints.flatMap(({ graphql }) =>
			// `jobs {` is in half of all programs, and a `CiStage` has to be asked for before its jobs.
			graphql.map((name) => name.replace(/^(?!Ci[A-Z]).*?\./, '').replace(/\..*/, '')),
		),
	);
	return new RegExp([`\\b(?:${oneOf(words)})\\b`, `\\b(?:${oneOf(fields)})\\s*[({@]`].join('|'));
}

/**
 * What a file has that may call the API. A parser reads few megabytes in a second and this reads
 * hundreds, so that most files of a large project are never parsed.
 *
 * @param withMethods Whether the names of methods alone are telling: `ListCars` is, `all` is not.
 */
export function findFileTrigger(api: Api, services: Services, withMethods: boolean): RegExp {
	const names = services.all.filter(({ whole }) => whole).map(({ name }) => name);
	const methods = services.all
		.filter(({ whole }) => withMethods || !whole)
		.flatMap((service) => [...service.methods]);
	const { source } = findTextTrigger(api);
	return new RegExp(
		[
			`\\b(?:${oneOf(names)})(?:Service)?(?:Interface)?\\b`,
			`\\b(?:${oneOf(methods)})\\b`,
			'ApiV4[A-Z]',
			source,
		].join('|'),
	);
}

/** Matches nothing where there is nothing to choose from. */
export function oneOf(words: Iterable<string>): string {
	return [...new Set(words)].map((word) => word.replace(/\W/g, '\\$&')).join('|') || '(?!)';
}
