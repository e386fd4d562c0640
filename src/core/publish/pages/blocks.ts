import { findNearest } from '#core/base/nearest.ts';
import type { LocalMistake, PageImport, PageParts, PageTag } from './page-parts.ts';

/** Which attributes a block takes. */
export interface BlockFile {
	required: string[];
	optional: string[];
}

/** An attribute that takes one of a few words, and what to do when it is another. */
export interface Choice {
	attribute: string;
	words: readonly string[];
	advice: string;
}

/** What pages can import and use. */
export interface Known {
	/** By what pages import: `#blocks/People.astro`. `undefined`: it takes what it likes. */
	blocks: ReadonlyMap<string, BlockFile | undefined>;
	/** Blocks that take one of a few words, by what pages import. */
	choices: ReadonlyMap<string, Choice>;
	/** Whether there is what a page imports from elsewhere. */
	isThere: (from: string) => boolean;
	/** What can be imported by name from packages of components. */
	exports: ReadonlyMap<string, readonly string[]>;
}

/** What Astro gives to every page. */
const given = new Set(['props', 'frontmatter', 'file', 'url', 'Fragment', 'undefined']);

/** Imports of nothing, tags and names that nobody has made, and blocks that lack what they need. */
export function findBlockMistakes(parts: PageParts, known: Known): LocalMistake[] {
	const imported = new Map(
		parts.imports.flatMap(({ names, from }) => names.map((name) => [name, from] as const)),
	);
	const isMade = (name: string) => parts.declared.has(name) || given.has(name);
	return [
		...parts.imports.flatMap((one) => findImportMistake(one, known)),
		...parts.tags.flatMap((tag) => {
			const from = imported.get(tag.name);
			if (from !== undefined) return findAttributeMistakes(tag, from, known);
			return isMade(tag.name) ? [] : [missingImport(tag, known)];
		}),
		...parts.names
			.filter(({ name }) => !isMade(name) && !(name in globalThis))
			.map(({ name, line }) => ({
				line,
				what: `has {${name}}, which nothing defines. Expected a name that the page imports or exports`,
				advice: `Write \\{ where the brace is meant as text, or export const ${name} = … in the page.`,
			})),
	].map((mistake) => ({ ...mistake, stops: 'page' as const }));
}

function findImportMistake(page: PageImport, known: Known): LocalMistake[] {
	const { from, line } = page;
	if (known.blocks.has(from) || known.isThere(from)) return findExportMistakes(page, known);
	const nearest = findNearest(from, known.blocks.keys());
	return [
		{
			line,
			what: `imports ${from}, which is not there. Expected ${nearest ?? 'a file of src, a package or a file beside the page'}`,
			advice: 'Correct the path: #blocks/ means src/blocks/, #components/ means src/components/.',
		},
	];
}

/** A block is the default of its file, and packages of components have none. */
function findExportMistakes({ from, wanted, line }: PageImport, known: Known): LocalMistake[] {
	const exported = from.endsWith('.astro') ? ['default'] : known.exports.get(from);
	return wanted
		.filter((name) => exported && !exported.includes(name))
		.map((name) => {
			const nearest = findNearest(name, exported ?? []) ?? exported?.join(', ') ?? '';
			return exported?.includes('default')
				? {
						line,
						what: `imports { ${name} } from ${from}, which is one block. Expected its name without braces`,
						advice: `Write there: import ${name}, without braces.`,
					}
				: {
						line,
						what: `imports ${name === 'default' ? 'a block without braces' : name} from ${from}, which has none. Expected ${nearest}`,
						advice: 'Write the names of components there in braces: { Steps, Aside }.',
					};
		});
}

function missingImport({ name, line }: PageTag, { blocks }: Known): LocalMistake {
	const byName = new Map([...blocks.keys()].map((from) => [nameOf(from), from]));
	const nearest = byName.has(name) ? name : findNearest(name, byName.keys());
	const from = byName.get(nearest ?? '');
	if (nearest === undefined || from === undefined) {
		return {
			line,
			what: `uses <${name}>, which is no block and is not imported. Expected a block of src/blocks`,
			advice: `Remove it, or import ${name} below the front matter.`,
		};
	}
	return {
		line,
		what: `uses <${name}> without an import. Expected ${nearest === name ? 'one' : `<${nearest}>, with its import,`} below the front matter`,
		advice: ['Write there: import', nearest, 'from', `'${from}';`].join(' '),
	};
}

/** Astro and Starlight take these of every tag. */
const ofEveryTag = /:|^(slot|key)$/;

function findAttributeMistakes(tag: PageTag, from: string, known: Known): LocalMistake[] {
	const { name, attributes, line } = tag;
	const block = known.blocks.get(from);
	if (!block || !attributes) return [];
	const taken = [...block.required, ...block.optional];
	const missing = block.required
		.filter((attribute) => !attributes.has(attribute))
		.map(
			(attribute) => `has a <${name}> without ${attribute}. Expected <${name} ${attribute}="…">`,
		);
	const unknown = [...attributes.keys()]
		.filter((attribute) => !taken.includes(attribute) && !ofEveryTag.test(attribute))
		.map((attribute) => {
			const nearest = findNearest(attribute, taken) ?? (taken.join(', ') || 'no attribute');
			return `gives <${name}> ${attribute}, which it does not take. Expected ${nearest}`;
		});
	const advice = `What it takes is in its file, under Props: ${from.replace('#', 'src/')}.`;
	return [
		...[...missing, ...unknown].map((what) => ({ line, what, advice })),
		...findChoiceMistake(tag, known.choices.get(from)),
	];
}

function findChoiceMistake(
	{ name, attributes, line }: PageTag,
	choice: Choice | undefined,
): LocalMistake[] {
	const word = choice && attributes?.get(choice.attribute);
	if (!choice || word === undefined || choice.words.includes(word)) return [];
	const nearest = findNearest(word, choice.words);
	const expected = nearest ?? (choice.words.join(', ') || 'none, since there is none');
	return [
		{
			line,
			what: `gives <${name}> ${choice.attribute}="${word}", which is not there. Expected ${expected}`,
			advice: choice.advice,
		},
	];
}

function nameOf(from: string): string {
	return from.replace(/^.*\//, '').replace(/\.astro$/, '');
}
