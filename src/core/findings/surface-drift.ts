import type { DeclaredEndpoint, DocumentedSurface } from '#model/api.ts';
import type { DocumentedEndpoint } from '#model/evidence.ts';
import type { ProjectPath } from '#model/identifiers.ts';
import { compileRe2 } from '#model/re2.ts';
import type { Registry } from '#model/registry.ts';
import type { SurfaceFor } from '#model/snapshot.ts';
import { wholeFile } from './finding-base.ts';
import type { Finding } from './finding.ts';
import { nameEndpoint, identifyEndpoint } from '#core/consumers/endpoints/endpoint-name.ts';

export type SurfaceSource = DocumentedEndpoint['source'];

/** Where the registry and the documentation of the API disagree. */
export interface SurfaceFindings {
	/** It is documented by a project, and no endpoint of the registry. */
	'endpoint-not-declared': {
		/** `GET /cars` */
		endpoint: string;
		project: ProjectPath;
		/** Where it is documented: each file once. */
		places: readonly { file: string; line: number }[];
	};
	/** It is in the registry, and in none of the sources that were read. */
	'endpoint-not-documented': { id: string; endpoint: string; files: readonly string[] };
	/** One source has them not, and another one has. */
	'endpoints-not-in-source': {
		source: SurfaceSource;
		files: readonly string[];
		endpoints: readonly string[];
	};
	/** Its documentation is said to be at a heading that the page has no more. */
	'docs-anchor-gone': { id: string; docs: string; file: string; project: ProjectPath };
	/** Nothing was found in a page, so that nobody can tell what it says of the API. */
	'page-without-endpoints': { file: string; project: ProjectPath };
}

type Found = Finding<keyof SurfaceFindings>;

const about = { concerns: 'api', place: wholeFile('api') } as const;

/**
 * Compares the endpoints of the registry with those that are documented.
 *
 * A source of which nothing was read says nothing: neither that an endpoint is there, nor that it is
 * gone. Where a page gave no endpoint, what is missing may be in that page.
 *
 * @param documented All that was read, of a list that is not missing.
 * @param anchors Of the headings of each page that was read.
 */
export function findSurfaceDrift(
	{ api }: Pick<Registry, 'api'>,
	documented: readonly DocumentedEndpoint[],
	anchors: SurfaceFor['anchors'] = {},
): Found[] {
	const { surface, endpoints } = api;
	const isOfApi = compileRe2(surface.pattern);
	const read = documented.filter(({ path }) => isOfApi(path));
	const empty = surface.pages.filter(
		(file) => !read.some((one) => one.source === 'page' && one.file === file),
	);
	const sources = findSources(surface, read, empty);
	return [
		...findUndeclared(endpoints, surface, read),
		...findUndocumented(endpoints, sources),
		...findGoneAnchors(endpoints, surface, anchors),
		...(read.length === 0 ? [] : empty).map((file): Found => {
			const { project } = surface;
			return {
				rule: 'page-without-endpoints',
				level: 'unknown',
				...about,
				file,
				key: file,
				project,
			};
		}),
	];
}

/** A source that was read whole, so that what is missing there is missing. */
interface ReadSource {
	source: SurfaceSource;
	files: readonly string[];
	shapes: ReadonlySet<string>;
}

function findSources(
	{ pages, openapi }: DocumentedSurface,
	read: readonly DocumentedEndpoint[],
	emptyPages: readonly string[],
): ReadSource[] {
	const shapesOf = (source: SurfaceSource) =>
		new Set(read.filter((one) => one.source === source).map(identifyEndpoint));
	const files = openapi === undefined ? [] : [openapi];
	const sources: ReadSource[] = [
		{ source: 'page', files: pages, shapes: shapesOf('page') },
		{ source: 'openapi', files, shapes: shapesOf('openapi') },
	];
	return sources.filter(
		({ source, files, shapes }) =>
			files.length > 0 && shapes.size > 0 && (source === 'openapi' || emptyPages.length === 0),
	);
}

function findUndeclared(
	endpoints: readonly DeclaredEndpoint[],
	{ ignored, project }: DocumentedSurface,
	read: readonly DocumentedEndpoint[],
): Found[] {
	const known = new Set([...endpoints, ...ignored].map(identifyEndpoint));
	const unknown = Map.groupBy(
		read.filter((one) => !known.has(identifyEndpoint(one))),
		identifyEndpoint,
	);
	return [...unknown.values()].flatMap((rows): Found[] => {
		const [first] = rows;
		if (first === undefined) return [];
		const byFile = Map.groupBy(rows, ({ file }) => file);
		const places = [...byFile].map(([file, inFile]) => ({
			file,
			line: Math.min(...inFile.map(({ line }) => line)),
		}));
		const endpoint = nameEndpoint(first);
		const what = { endpoint, key: endpoint, project, places };
		return [{ rule: 'endpoint-not-declared', level: 'broken', ...about, ...what }];
	});
}

function findGoneAnchors(
	endpoints: readonly DeclaredEndpoint[],
	{ pages, project }: DocumentedSurface,
	anchors: NonNullable<SurfaceFor['anchors']>,
): Found[] {
	return endpoints.flatMap(({ id, docs }): Found[] => {
		const { pathname, hash } = new URL(docs);
		const file = pages.find((page) => isPublishedAt(page, pathname));
		const known = file === undefined ? undefined : anchors[file];
		if (file === undefined || !known || hash === '' || known.includes(hash.slice(1))) return [];
		const what = { id, key: id, docs, file, project };
		return [{ rule: 'docs-anchor-gone', level: 'broken', ...about, ...what }];
	});
}

/** `doc/api/cars.md` is published at `/api/cars/`, and was at `/ee/api/cars.html`. */
function isPublishedAt(page: string, pathname: string): boolean {
	const own = page.replace(/^docs?\//, '').replace(/(\/_index)?\.md$/, '');
	const published = pathname.replace(/(\.html|\/)$/, '');
	return published === `/${own}` || published.endsWith(`/${own}`);
}

function findUndocumented(
	endpoints: readonly DeclaredEndpoint[],
	sources: readonly ReadSource[],
): Found[] {
	const isIn = (endpoint: DeclaredEndpoint, { shapes }: ReadSource) =>
		shapes.has(identifyEndpoint(endpoint));
	if (sources.length === 0) return [];
	const gone = endpoints.filter((endpoint) => !sources.some((source) => isIn(endpoint, source)));
	const all = sources.flatMap(({ files }) => files);
	const partly = sources.flatMap((source): Found[] => {
		const missing = endpoints
			.filter((endpoint) => !gone.includes(endpoint) && !isIn(endpoint, source))
			.map(nameEndpoint);
		if (missing.length === 0) return [];
		const { source: name, files } = source;
		const what = { source: name, key: name, files, endpoints: missing };
		return [{ rule: 'endpoints-not-in-source', level: 'notice', ...about, ...what }];
	});
	return [
		...gone.map((one): Found => {
			const what = { id: one.id, key: one.id, endpoint: nameEndpoint(one), files: all };
			return { rule: 'endpoint-not-documented', level: 'broken', ...about, ...what };
		}),
		...partly,
	];
}
