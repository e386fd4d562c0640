import {
	isAlias,
	isMap,
	isScalar,
	isSeq,
	LineCounter,
	parseAllDocuments,
	visit,
	type Alias,
	type Document,
	type Node,
} from 'yaml';
import { orUndefined } from '#core/base/or-undefined.ts';

/** Words of a CI file, as they stand there: `1.20` is not `1.2`. */
export interface CiText {
	text: string;
	/** Counted from 1. */
	line: number;
}

/**
 * A CI file. Its references to other parts of itself, `*name`, are followed one by one, since all of
 * them followed at once can be more than fits into memory. What is no map has no fields, and so on.
 */
export interface CiYaml {
	root: unknown;
	/** The fields of a map, with those that it takes over by `<<`. */
	fieldsOf: (node: unknown) => ReadonlyMap<string, unknown>;
	/** The items of a list. */
	itemsOf: (node: unknown) => readonly unknown[];
	textOf: (node: unknown) => CiText | undefined;
}

/**
 * How many fields and items are read of a file, each as often as it is referred to. Large files have
 * some ten thousand. One that has more is read in part, since it was made to keep us busy.
 */
const maxReads = 1_000_000;

/** Tags such as GitLab's `!reference` are not followed. `undefined`: the text is no YAML. */
export function parseCiYaml(text: string): CiYaml | undefined {
	// What is nested without end throws.
	return orUndefined(() => {
		const lines = new LineCounter();
		const document = findContent(text, lines);
		return document && toCiYaml(document.contents, findAnchors(document), lines);
	});
}

/** A file with inputs has a first document that declares them; what it configures is the next. */
function findContent(text: string, lineCounter: LineCounter): Document | undefined {
	const [first, second] = parseAllDocuments(text, {
		// All values are text, and no tag is known.
		schema: 'failsafe',
		lineCounter,
		prettyErrors: false,
		// The last one counts, as for GitLab.
		uniqueKeys: false,
	});
	const content = isMap(first?.contents) && first.contents.has('spec') ? second : first;
	return content?.errors.length === 0 ? content : undefined;
}

/** What each reference means: the last part before it that has its name. */
function findAnchors(document: Document): ReadonlyMap<Alias, Node> {
	const named = new Map<string, Node>();
	const meant = new Map<Alias, Node>();
	visit(document, {
		Alias(_key, alias) {
			const node = named.get(alias.source);
			if (node) meant.set(alias, node);
		},
		Value(_key, node) {
			if (node.anchor !== undefined) named.set(node.anchor, node);
		},
	});
	return meant;
}

function toCiYaml(root: unknown, anchors: ReadonlyMap<Alias, Node>, lines: LineCounter): CiYaml {
	let reads = 0;
	const isTooMuch = (items: readonly unknown[]): boolean => (reads += items.length) > maxReads;
	const follow = (node: unknown): unknown => (isAlias(node) ? anchors.get(node) : node);
	const textOf: CiYaml['textOf'] = (node) => {
		const scalar = follow(node);
		if (!isScalar(scalar) || typeof scalar.value !== 'string') return undefined;
		return { text: scalar.value, line: lines.linePos(scalar.range?.[0] ?? 0).line };
	};
	const itemsOf: CiYaml['itemsOf'] = (node) => {
		const list = follow(node);
		return isSeq(list) && !isTooMuch(list.items) ? list.items : [];
	};
	const fieldsOf: CiYaml['fieldsOf'] = (node) => {
		const fields = new Map<string, unknown>();
		const waiting = [follow(node)];
		const seen = new Set<unknown>();
		for (const map of waiting) {
			if (!isMap(map) || seen.has(map)) continue;
			seen.add(map);
			if (isTooMuch(map.items)) break;
			const own = new Map(map.items.map(({ key, value }) => [textOf(key)?.text, value]));
			for (const [key, value] of own) {
				if (key !== undefined && key !== '<<' && !fields.has(key)) fields.set(key, value);
			}
			const other = follow(own.get('<<'));
			for (const taken of isSeq(other) ? itemsOf(other) : [other]) waiting.push(follow(taken));
		}
		return fields;
	};
	return { root, fieldsOf, itemsOf, textOf };
}
