import type { SyntaxNode } from '@lezer/common';
import type { ListPlace, Loop } from '#core/consumers/source/engine/text-grammar.ts';
import type { GoFile } from './go-file.ts';
import { typesIn } from './go-types.ts';

/** `[]string{"/cars"}`, `[]check{{"Cars", "/cars"}}`, `[]check{{path: "/cars"}}` */
export function listAround(text: SyntaxNode, file: GoFile): ListPlace | undefined {
	const element = text.parent?.name === 'Element' ? text.parent : undefined;
	const holder = element?.parent?.parent;
	if (!element || !holder) return undefined;
	if (isList(holder)) return { list: holder };
	const list = holder.name === 'Element' ? holder.parent?.parent : undefined;
	if (!list || !isList(list)) return undefined;
	const key = element.getChild('Key');
	return { list, field: key ? file.read(key) : fieldAt(element, list, file) };
}

/** `for _, path := range paths` */
export function loopOver({ parent }: SyntaxNode): Loop | undefined {
	const name = parent?.name === 'RangeClause' ? parent.getChildren('DefName')[1] : undefined;
	return name && { body: parent?.parent ?? name, element: [{ name, place: 0 }] };
}

function isList({ name, firstChild }: SyntaxNode): boolean {
	return name === 'TypedLiteral' && /^(Slice|Array|Map)Type$/.test(firstChild?.name ?? '');
}

/** The field that an element without a name is, by its place. */
function fieldAt(element: SyntaxNode, { firstChild }: SyntaxNode, file: GoFile): string {
	const type = firstChild ? typesIn(firstChild).at(-1) : undefined;
	const named = type?.name === 'TypeName' ? file.project.find(file.folder, file.read(type)) : null;
	const struct = type?.name === 'TypeName' ? named?.node.getChild('StructType') : type;
	const owner = named?.file ?? file;
	const fields = struct?.getChild('StructBody')?.getChildren('FieldDecl') ?? [];
	const names = fields.flatMap((one) =>
		one.getChildren('FieldName').map((name) => owner.read(name)),
	);
	const place = element.parent
		?.getChildren('Element')
		.findIndex(({ from }) => from === element.from);
	return names[place ?? -1] ?? '';
}
