import type { DeclaredEndpoint } from '#model/api.ts';
import type { Registry } from '#model/registry.ts';
import { planted } from '../planted.ts';
import type { ProjectDraft } from './draft.ts';

type Documented = Pick<DeclaredEndpoint, 'method' | 'path' | 'title' | 'docs'>;

/**
 * The documentation of the API, if this is its project: what the registry declares but for the last
 * endpoint, one that it does not know, and what it knows to be no endpoint.
 */
export function surfaceFiles({ registry, path }: ProjectDraft): Record<string, string> {
	const { pages, openapi, project } = registry.api.surface;
	if (path !== project) return {};
	const documented = documentedEndpoints(registry);
	const pageOf = ({ docs }: Documented): string | undefined =>
		pages.find((page) => page.endsWith(`/${lastPart(docs)}`)) ?? pages[0];
	return {
		...Object.fromEntries(
			pages.map((page) => {
				const own = documented.filter((endpoint) => pageOf(endpoint) === page);
				const ignored = page === pages[0] ? registry.api.surface.ignored : [];
				return [page, pageText(own, ignored)];
			}),
		),
		...(openapi !== undefined && { [openapi]: openapiText(documented) }),
	};
}

function documentedEndpoints({ api }: Registry): Documented[] {
	const declared = api.endpoints.slice(0, -1);
	const [first] = api.endpoints;
	const one = declared.find(({ path }) => path.endsWith('/:id')) ?? first;
	return one === undefined
		? []
		: [
				...declared,
				{
					...one,
					method: 'GET',
					path: `${one.path}/sample_reports`,
					title: 'Read a report that is invented',
				},
			];
}

/** `issues.md` */
function lastPart(docs: string): string {
	return `${new URL(docs).pathname.replace(/\/$/, '').split('/').at(-1) ?? ''}.md`;
}

/** The heading that has the anchor of an address. `undefined`: it has none. */
function headingAt(docs: string): string | undefined {
	const words = new URL(docs).hash.slice(1).replaceAll('-', ' ');
	return words === '' ? undefined : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function pageText(
	endpoints: readonly Documented[],
	ignored: readonly Pick<Documented, 'method' | 'path'>[],
): string {
	const fence = '```';
	return [
		'---\nstage: Sample\ntitle: Sample of a page\n---',
		`Sample data: this text is invented. ${planted.fileText}`,
		...endpoints.map(({ method, path, title, docs }) =>
			[
				`## ${headingAt(docs) ?? title}`,
				`${fence}plaintext\n${method} ${path}\n${method} ${path}?sample=true\n${fence}`,
				'| Attribute | Type | Description |\n| --------- | ---- | ----------- |\n| `id` | integer | An example. |',
				`${fence}shell\ncurl --request ${method} --url "https://gitlab.example.com/api/v4${path}"\n${fence}`,
			].join('\n\n'),
		),
		...ignored.map(({ method, path }) => `${fence}plaintext\n${method} ${path}\n${fence}`),
		`${fence}plaintext\nGET /sample/of/another/api\n${fence}`,
	]
		.join('\n\n')
		.concat('\n');
}

function openapiText(endpoints: readonly Documented[]): string {
	const byPath = Map.groupBy(endpoints, ({ path }) => path);
	return [
		'openapi: 3.0.1',
		'info:',
		`  title: Sample of a description. ${planted.fileText}`,
		'  version: v4',
		'paths:',
		'  "/api/v4/sample/of/another/api":',
		'    get:',
		'      summary: Sample of another API',
		...[...byPath].flatMap(([path, of]) => [
			`  "/api/v4${path.replace(/:(\w+)/g, '{$1}')}":`,
			...of.flatMap(({ method, title }) => [
				`    ${method.toLowerCase()}:`,
				`      summary: ${title}`,
				'      responses:',
				"        '200':",
				'          description: An example',
			]),
		]),
		'components:',
		'  schemas:',
		'    Sample:',
		'      type: object',
		'',
	].join('\n');
}
