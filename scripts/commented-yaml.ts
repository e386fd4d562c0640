import { Document, isMap, isScalar, isSeq, stringify } from 'yaml';
import { isSchema, type RegistrySchema, type SchemaPart } from '#model/registry.ts';

const style = { lineWidth: 0, singleQuote: true } as const;

/**
 * A value as YAML in which a comment says what each key means. Keys that it leaves out follow as
 * comments with an example. Of a list the first entry has them all.
 *
 * @param head Lines of comment above it.
 */
export function toCommentedYaml(
	value: unknown,
	schema: RegistrySchema,
	head: readonly string[],
): string {
	const document = new Document(value);
	document.commentBefore = comment(head.join('\n'));
	explain(document.contents, schema, '\n\n');
	return document.toString(style);
}

/** @param gap What is between two keys. */
function explain(node: unknown, schema: SchemaPart, gap = '\n'): void {
	if (!isSchema(schema)) return;
	if (isSeq(node)) explain(node.items[0], schema.items);
	if (!isMap(node)) return;
	for (const [index, { key, value }] of node.items.entries()) {
		if (!isScalar(key)) continue;
		const part = schema.properties?.[String(key.value)];
		if (!isSchema(part)) continue;
		const isEmpty = isSeq(value) && value.items.length === 0;
		const example = isEmpty ? `\nFor example:\n${toYaml(exampleOf(part))}` : '';
		key.commentBefore = comment(meaningOf(part) + example);
		key.spaceBefore = index > 0 && gap !== '\n';
		explain(value, part);
	}
	const left = Object.entries(schema.properties ?? {}).filter(([name]) => !node.has(name));
	if (left.length === 0) return;
	const proposals = left.map(([name, part]) => propose(name, part)).join(gap);
	node.comment = gap === '\n\n' && node.items.length > 0 ? `\n${proposals}` : proposals;
}

/** A key that is left out. */
function propose(name: string, part: SchemaPart): string {
	return comment(`${meaningOf(part)}\n${toYaml({ [name]: exampleOf(part) })}`);
}

function meaningOf(part: SchemaPart): string {
	return isSchema(part) ? (part.description ?? '') : '';
}

function comment(text: string): string {
	return text.replaceAll(/^/gm, ' ');
}

function toYaml(value: unknown): string {
	return stringify(value, style).trimEnd();
}

/** Something that a part of a registry file may say. */
function exampleOf(part: SchemaPart): unknown {
	if (!isSchema(part)) return '';
	const [example] = part.examples ?? part.enum ?? [];
	if (example !== undefined) return example;
	if (part.anyOf) return exampleOf(part.anyOf[0]);
	if (part.items !== undefined) return [exampleOf(part.items)];
	if (part.properties) {
		const all = Object.entries(part.properties);
		const required = all.filter(([name]) => part.required?.includes(name));
		return Object.fromEntries(required.map(([name, inner]) => [name, exampleOf(inner)]));
	}
	return part.type === 'boolean' ? true : 1;
}
