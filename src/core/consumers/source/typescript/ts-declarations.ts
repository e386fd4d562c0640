import type { SyntaxNode } from '@lezer/common';
import type { Placed } from '#core/consumers/source/engine/parsed-file.ts';
import { calleeOf } from './ts-calls.ts';
import type { TsFile } from './ts-file.ts';
import { classOf, readSpecifier } from './ts-syntax.ts';

/** The class that has what a call is made by, or the file that it is imported from. */
export function sourceOf(call: SyntaxNode, file: TsFile): string | undefined {
	const head = headOf(call);
	if (head.name === 'this') {
		const made = classOf(head);
		return made.parent && clientName.test(calleeOf(call, file).receiver)
			? file.read(made)
			: undefined;
	}
	return importedFrom(head, file)?.text;
}

/** What declares that by which a call is made. */
export function declarationOf(call: SyntaxNode, file: TsFile): Placed<TsFile> | undefined {
	const head = headOf(call);
	const from = importedFrom(head, file);
	const { holder } = from?.findBinding(file.read(head), from.text.length) ?? {};
	const node = holder ?? statementOf(head, file);
	return node && { node, file: (holder && from) ?? file };
}

function headOf(node: SyntaxNode): SyntaxNode {
	let head = node;
	while (head.name.endsWith('Expression') && head.firstChild) head = head.firstChild;
	return head;
}

function statementOf(name: SyntaxNode, file: TsFile): SyntaxNode | undefined {
	const { holder } = file.findBinding(file.read(name), name.from) ?? {};
	return holder?.name === 'ImportGroup' ? (holder.parent ?? holder) : holder;
}

function importedFrom(name: SyntaxNode, file: TsFile): TsFile | undefined {
	const statement = statementOf(name, file);
	const specifier = statement && readSpecifier(statement, file);
	return specifier === undefined ? undefined : file.project.findFile(file, specifier);
}

/** Fields with such names are clients, where their class speaks of the address. */
const clientName = /(client|instance|session|agent|axios|lab|gl|conn|connection|requester)$/i;
