import { z } from 'zod';
import { findNearest } from '#core/base/nearest.ts';
import type { LocalMistake } from '#core/publish/pages/page-parts.ts';
import type { PageFile } from '#core/publish/pages/addresses.ts';
import type { IsoDate } from '#model/identifiers.ts';
import { eachOnce, explainMismatch } from '#model/parse.ts';
import { pageSchema } from '#page-schema.ts';
import { readFrontMatter } from '#store/page-files.ts';
import { InvalidYamlError, type YamlFile } from '#store/yaml-file.ts';

const schema = toObjectSchema(
	// Only Astro itself can read a picture: any value will do.
	Reflect.apply(pageSchema, undefined, [{ image: () => z.any() }]),
);
/** What else Astro takes. */
const known = [...Object.keys(schema.shape), 'slug'];

const stops = 'start' as const;
const advice =
	'Correct what is between the lines of "---" at its top: title, description and owner (a role), asOf, sources and lede, and what https://starlight.astro.build/reference/frontmatter/ has.';

/** What other makers of sites call it. */
const elsewhere: readonly (readonly [RegExp, string])[] = [
	[/^(sidebar_position|weight|nav_order)$/, 'order below sidebar'],
	[/^(sidebar_label|linkTitle|nav_title)$/, 'label below sidebar'],
	[/^(toc|hide_table_of_contents)$/, 'tableOfContents'],
	[/^(aliases|permalink|redirect_from)$/, 'old addresses in content/registry/redirects.yaml'],
];

interface CheckedFrontMatter {
	isDraft: boolean;
	mistakes: LocalMistake[];
}

export function checkFrontMatter(
	page: Pick<PageFile, 'path' | 'text'>,
	lastDay?: IsoDate,
): CheckedFrontMatter {
	try {
		const front = readFrontMatter(page);
		if (!front)
			return { isDraft: false, mistakes: [{ line: 1, what: describeNone(page), advice, stops }] };
		const isDraft = isObject(front.value) && 'draft' in front.value && front.value.draft === true;
		return { isDraft, mistakes: findMistakes(front, lastDay) };
	} catch (error) {
		if (!(error instanceof InvalidYamlError)) throw error;
		const mistakes = error.mistakes.map(({ what, line, advice: fix }) => ({
			line,
			what: `has front matter that isn't valid YAML: ${what}`,
			advice: fix,
			stops,
		}));
		const others = error.rest ? findMistakes(error.rest, lastDay) : [];
		return { isDraft: false, mistakes: [...mistakes, ...others] };
	}
}

function describeNone({ text }: Pick<PageFile, 'text'>): string {
	return text.trimStart().startsWith('---')
		? 'has front matter without both lines of ---. Expected one as the first line of the file, and one below'
		: 'has no front matter. Expected it at the top, between two lines of ---';
}

/** What is missing, unknown or of another kind. */
function findMistakes({ value, lineOf }: YamlFile, lastDay?: IsoDate): LocalMistake[] {
	const given: object = isObject(value) ? value : {};
	const { error, data } = schema.safeParse(given, { error: explainMismatch });
	const unknown = [
		...Object.keys(given)
			.filter((key) => !known.includes(key))
			.map((key) => ({ path: [key], nearest: findKnown(key) })),
		...Object.keys(sidebarOf(given))
			.filter((key) => data && !(key in sidebarOf(data)))
			.map((key) => ({ path: ['sidebar', key], nearest: 'label, order, hidden, badge or attrs' })),
	];
	const day = data?.asOf;
	const isToCome = lastDay !== undefined && typeof day === 'string' && day > lastDay;
	const toCome = `has asOf: ${String(day)} in its front matter, which is in the future. Expected today or an earlier day`;
	return [
		...(isToCome ? [{ line: lineOf(['asOf']), what: toCome }] : []),
		...unknown.map(({ path, nearest }) => ({
			line: lineOf(path),
			what: `has ${path.join('.')} in its front matter, which nothing reads. Expected ${nearest}`,
		})),
		...eachOnce(error?.issues ?? [])
			.map(({ path, message }) => ({ path, message, place: z.core.toDotPath(path) }))
			// A key that is misspelt is not missing, too.
			.filter(({ place }) => !unknown.some(({ nearest }) => nearest === place))
			.map(({ path, message, place }) => ({
				line: lineOf(path) ?? 1,
				what: describe(place, message),
			})),
	].map((mistake) => ({ ...mistake, advice, stops }));
}

function findKnown(key: string): string {
	const [, name] = elsewhere.find(([names]) => names.test(key)) ?? [];
	return name ?? findNearest(key, known) ?? 'a key that the site knows';
}

function describe(place: string, message: string): string {
	if (message.startsWith('Missing')) {
		return `has no ${place} in its front matter. Expected one`;
	}
	const why = message.replace(/^Invalid input$/, 'expected what Starlight takes');
	return `has a wrong ${place} in its front matter: ${why.replace(/^Expected/, 'expected')}`;
}

function sidebarOf(given: object): object {
	return 'sidebar' in given && isObject(given.sidebar) ? given.sidebar : {};
}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}

function toObjectSchema(schema: unknown): z.ZodObject {
	if (schema instanceof z.ZodObject) return schema;
	throw new Error('Starlight describes front matter in another way now.');
}
