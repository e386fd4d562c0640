import { Kind, parse, visit, type ASTNode, type DocumentNode } from 'graphql';
import { orUndefined } from '#core/base/or-undefined.ts';
import type { Api } from '#model/api.ts';
import type { SourceUse } from '#model/evidence.ts';
import { gap, lineAt, writeOut, type SourceText } from './text.ts';

/** `Mutation.carCreate` */
type QueriedField = Pick<SourceUse, 'name' | 'line'>;

/** Longer texts are data: no person writes such a query. */
const maxCharacters = 100_000;

/** Fields that hold what they have in lists, of whatever type. */
const containers = /^(nodes|edges|node)$/;

/** Starts to find the fields of the API that a text asks for, if it is a GraphQL document. */
export function readApiQueries({
	endpoints,
}: Api): (text: Pick<SourceText, 'pieces' | 'line'>) => QueriedField[] {
	const declared = new Set(endpoints.flatMap(({ graphql }) => graphql));
	const types = [...new Set([...declared].map((name) => name.slice(0, name.indexOf('.'))))];

	return (text) => {
		const written = writeOut(text);
		const mayBeQuery = written.length <= maxCharacters && written.includes('{');
		const parsed = mayBeQuery && declared.size > 0 ? parseQuery(written) : undefined;
		if (parsed === undefined) return [];
		return findFields(parsed.document, types)
			.filter(({ name }) => declared.has(name))
			.map(({ name, at }) => ({
				name,
				line: parsed.isOwnText ? lineAt(text, at) : text.line,
			}));
	};
}

/** Starts to tell whether a text makes a field of a query out of one of a type: `graphql:"cars(first: 5)"`. */
export function readApiTags({ endpoints }: Api): (text: SourceText) => boolean {
	const fields = new Set(
		endpoints.flatMap(({ graphql }) => graphql.map((name) => name.replace(/^.*\./, ''))),
	);
	return (text) => {
		const [, field = ''] = /\bgraphql:"(?:\w+\s*:\s*)?(\w+)/.exec(writeOut(text)) ?? [];
		return fields.has(field);
	};
}

/**
 * What varies is a field or a value inside of brackets, and fragments outside of them.
 *
 * @returns `isOwnText`: places in the document are places in the text.
 */
function parseQuery(written: string) {
	for (const filled of [fillByDepth(written), written.replaceAll(gap, ' ')]) {
		const document = orUndefined(() => parse(filled));
		if (document) return { document, isOwnText: true };
	}
	const sent = readSentQuery(written.replaceAll(gap, ' '));
	const document = sent === undefined ? undefined : orUndefined(() => parse(sent));
	return document && { document, isOwnText: false };
}

function fillByDepth(written: string): string {
	let depth = 0;
	return written.replace(/[{}\0]/g, (mark) => {
		if (mark === '{') depth += 1;
		else if (mark === '}') depth -= 1;
		else return depth > 0 ? 'x' : ' ';
		return mark;
	});
}

/** The query in what is sent to GraphQL by hand: `{"query": "…"}`. */
function readSentQuery(written: string): string | undefined {
	if (!/^\s*\{\s*"/.test(written)) return undefined;
	const body = orUndefined<unknown>(() => JSON.parse(written));
	const isObject = typeof body === 'object' && body !== null;
	return isObject && 'query' in body && typeof body.query === 'string' ? body.query : undefined;
}

/**
 * Every field that has fields of its own, with the type that it belongs to as far as names tell: the
 * roots, fragments' conditions, and fields that are called like a type (`group`, `projects`).
 */
function findFields(document: DocumentNode, types: readonly string[]) {
	const found: { name: string; at: number }[] = [];
	const parents: (string | undefined)[] = [];
	visit(document, {
		enter(node) {
			const parent = parents.at(-1);
			if (node.kind === Kind.FIELD && node.selectionSet && parent !== undefined) {
				found.push({ name: `${parent}.${node.name.value}`, at: node.name.loc?.start ?? 0 });
			}
			parents.push(typeOf(node, parent, types));
		},
		leave() {
			parents.pop();
		},
	});
	return found;
}

/** The type of what is selected in a node or below it. */
function typeOf(
	node: ASTNode,
	parent: string | undefined,
	types: readonly string[],
): string | undefined {
	if (node.kind === Kind.OPERATION_DEFINITION) {
		return `${node.operation.charAt(0).toUpperCase()}${node.operation.slice(1)}`;
	}
	if (node.kind === Kind.FRAGMENT_DEFINITION || node.kind === Kind.INLINE_FRAGMENT) {
		return node.typeCondition?.name.value ?? parent;
	}
	if (node.kind !== Kind.FIELD || containers.test(node.name.value)) return parent;
	const own = node.name.value.toLowerCase();
	return types.find((type) => {
		// GitLab names types of CI so, and not the fields that have them: `stage` is a `CiStage`.
		const word = type.replace(/^Ci(?=[A-Z])/, '').toLowerCase();
		return [type.toLowerCase(), word, `${word}s`].includes(own);
	});
}
