import type { SyntaxNode } from '@lezer/common';
import { addTo } from './names.ts';
import { placeOf, type ParsedFile, type Placed } from './parsed-file.ts';
import { childrenOf, findAround } from './syntax.ts';
import type { TextGrammar } from './text-grammar.ts';
import { isAround } from './way.ts';

interface Given<File> extends Placed<File> {
	readonly by: SyntaxNode;
	readonly isText: boolean;
	/** It is put behind what the name had: `path += '/cars'`. */
	readonly isAppended: boolean;
}

export interface Reaching<File> {
	/** What it was declared with. */
	readonly isDeclared: boolean;
	readonly given: readonly Given<File>[];
}

/** So often a name may be assigned: of one that is assigned more often, nothing is ruled out. */
export const maxGiven = 100;

const functions =
	/^(FunctionDecl|MethodDecl|FunctionLiteral|FunctionDeclaration|FunctionExpression|ArrowFunction|MethodDeclaration)$/;
const loops = /^(For|While|Do)\w*Statement$/;
const blocks = /^(Block|SwitchBlock|SelectBlock|SwitchBody|Script)$/;

/** What names are given after they are declared: `path = '/cars'`. */
export class GivenTexts<File extends ParsedFile> {
	readonly #grammar: TextGrammar<File>;
	readonly #given = new Map<string, Given<File>[]>();

	/** The trees that were read: a file has another one when the whole of it is needed. */
	readonly #trees = new WeakSet<object>();
	readonly #seen = new Set<string>();

	constructor(grammar: TextGrammar<File>, files: readonly File[]) {
		this.#grammar = grammar;
		for (const file of files) this.#read(file);
	}

	/** What a name may have there: nothing that is always overwritten on the way, or is given later. */
	reaching(name: SyntaxNode, file: File): Reaching<File> {
		this.#read(file);
		const all = this.#given.get(this.#grammar.keyOf(name, file)) ?? [];
		if (all.length === 0 || all.length > maxGiven) return { isDeclared: true, given: all };
		const around = findAround(name, functions);
		const isNear = (one: Given<File>) =>
			one.file === file && findAround(one.by, functions).from === around.from;
		const isBefore = (one: Given<File>) => one.by.to <= name.from;
		const last = all.findLast(
			(one) => isNear(one) && isBefore(one) && !one.isAppended && isAlways(one.by, name),
		);
		const given = all.filter((one) => {
			if (!isNear(one)) return true;
			if (!isBefore(one)) return isRepeated(one.by, name);
			return one === last || !last || one.by.from > last.by.from;
		});
		return { isDeclared: last === undefined, given };
	}

	#read(file: File): void {
		if (this.#trees.has(file.tree)) return;
		this.#trees.add(file.tree);
		file.tree.iterate({
			enter: ({ name, node: by }) => {
				if (!name.startsWith('Assignment') && name !== 'UnaryExp') return;
				const isAppended = by.getChild('UpdateOp') !== null;
				for (const node of childrenOf(by).filter(isValue)) {
					const target = this.#grammar.targetOf(node, by);
					if (target?.name !== 'VariableName') continue;
					const isText = this.#grammar.isText(node, file);
					// What is made of itself is still what it was: `path = path.replace(':id', id)`.
					const said = file.read(node).slice(0, 200);
					if (!isText && said.split(/[^\w$]+/).includes(file.read(target))) continue;
					this.#give(target, { node, file, by, isText, isAppended });
				}
				for (const node of namesOnly(by, file)) {
					this.#give(node, { node: by, file, by, isText: false, isAppended: false });
				}
			},
		});
	}

	#give(name: SyntaxNode, given: Given<File>): void {
		const place = placeOf({ node: name, file: given.file });
		if (this.#seen.has(place)) return;
		this.#seen.add(place);
		addTo(this.#given, this.#grammar.keyOf(name, given.file), given);
	}
}

/** Names that are given what is not written there: `path, err = f()`, `&path`. */
function namesOnly(by: SyntaxNode, file: ParsedFile): SyntaxNode[] {
	const parts = childrenOf(by);
	const mark = by.name === 'UnaryExp' ? 0 : parts.findIndex(({ name }) => name === '=');
	const [sign] = parts;
	const isPointer = by.name === 'UnaryExp' && sign !== undefined && file.read(sign) === '&';
	const values = parts.slice(mark + 1).filter(isValue);
	const given = isPointer ? values : parts.slice(0, Math.max(0, mark)).slice(2 * values.length);
	return given.filter(({ name }) => name === 'VariableName');
}

/** Whether whoever comes to a place has passed an assignment: it is a statement of a block around both. */
function isAlways({ parent }: SyntaxNode, name: SyntaxNode): boolean {
	const block = parent?.name === 'ExpressionStatement' ? parent.parent : parent;
	return block !== null && blocks.test(block.name) && isAround(block, name);
}

/** Whether an assignment may be followed by a place before it, in a loop around both. */
function isRepeated(by: SyntaxNode, name: SyntaxNode): boolean {
	const loop = findAround(by, loops);
	return loop.parent !== null && isAround(loop, name) && !isAround(by, name);
}

function isValue({ name }: SyntaxNode): boolean {
	return /^[A-Zt]/.test(name) && !/^Equals$|(Op|Comment)$/.test(name);
}
