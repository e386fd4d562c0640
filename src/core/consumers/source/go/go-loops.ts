import type { SyntaxNode } from '@lezer/common';
import type { TakenField } from '#core/consumers/source/engine/text-grammar.ts';
import type { GoFile } from './go-file.ts';
import { typesIn } from './go-types.ts';

/** `[]string{"/cars"}`, `[]check{{"Cars", "/cars"}}`, `[]check{{path: "/cars"}}` */
export function listAround({ parent: element }: SyntaxNode, file: GoFile): TakenField | undefined {
	const outer = element?.name === 'Element' ? element.parent?.parent : undefined;
	const isDeep = outer?.name === 'Element';
	const object = isDeep ? outer.parent?.parent : outer;
	const type = object?.name === 'TypedLiteral' ? object.firstChild : undefined;
	if (!element || !object || !type || !/^(Slice|Array|Map)Type$/.test(type.name)) return undefined;
	const key = element.getChild('Key');
	const named = key ? file.read(key) : fieldAt(element, type, file);
	return { object, field: isDeep ? named : '' };
}

/** `for _, path := range paths` */
export function loopOver({ parent }: SyntaxNode): SyntaxNode | undefined {
	return parent?.name === 'RangeClause' ? (parent.parent ?? undefined) : undefined;
}

/** The field that an element without a name is, by its place. */
function fieldAt(element: SyntaxNode, list: SyntaxNode, file: GoFile): string {
	const type = typesIn(list).at(-1);
	const named = type?.name === 'TypeName' ? file.project.find(file.folder, file.read(type)) : null;
	const body = (named?.node.getChild('StructType') ?? type)?.getChild('StructBody');
	const names = body?.getChildren('FieldDecl').flatMap((one) => one.getChildren('FieldName'));
	let place = 0;
	for (let { prevSibling } = element; prevSibling; { prevSibling } = prevSibling) {
		if (prevSibling.name === 'Element') place += 1;
	}
	const name = names?.[place];
	return name ? (named?.file ?? file).read(name) : '';
}
