import type { SyntaxNode } from '@lezer/common';
import { argumentsOf, judgeGoCall, type Judged } from './go-calls.ts';
import type { GoFile } from './go-file.ts';
import type { GoProject } from './go-project.ts';
import type { TextReader } from './text-reader.ts';

/**
 * What becomes of texts that have a name: `url := "cars"` is asked for where `url` is handed to a
 * request. Every file is read for that before any text is judged.
 */
export class NamedTexts {
	readonly #asked = new Map<string, Judged[]>();
	readonly #project: GoProject;
	readonly #reader: TextReader;
	/** Names of texts that other texts are put together from. */
	readonly #parts = new Set<string>();

	constructor(project: GoProject, reader: TextReader) {
		this.#project = project;
		this.#reader = reader;
	}

	/** Notes what a file does with names. */
	read(file: GoFile): void {
		file.tree.iterate({
			enter: ({ name, node }) => {
				if (name === 'CallExpr') this.#readCall(node, file);
				else if (name === 'BinaryExp') {
					for (const part of node.getChildren('VariableName')) {
						if (file.read(node.getChild('ArithOp') ?? node) === '+') this.#addPart(part, file);
					}
				}
			},
		});
	}

	/** How the text of that name is asked for. Empty: it is not, as far as can be told. */
	askedFor(name: SyntaxNode, file: GoFile): readonly Judged[] {
		return this.#asked.get(keyOf(name, file)) ?? [];
	}

	isPart(name: SyntaxNode, file: GoFile): boolean {
		return this.#parts.has(keyOf(name, file));
	}

	/** A name whose text is not known stays one by itself: nothing is put together from it. */
	#addPart(name: SyntaxNode, file: GoFile): void {
		if (this.#reader.isKnown(name, file)) this.#parts.add(keyOf(name, file));
	}

	#readCall(call: SyntaxNode, file: GoFile): void {
		const names = argumentsOf(call).filter(({ name }) => name === 'VariableName');
		const [first] = names;
		if (!first) return;
		if (/\bSprintf$/.test(file.read(call.firstChild ?? call))) {
			for (const name of names) this.#addPart(name, file);
			return;
		}
		const judged = judgeGoCall(call, file, this.#project);
		if (judged.purpose === 'unknown' || judged.purpose === 'address') return;
		for (const name of names) {
			const key = keyOf(name, file);
			const before = this.#asked.get(key);
			if (!before) this.#asked.set(key, [judged]);
			else if (!before.some((one) => isSame(one, judged))) before.push(judged);
		}
	}
}

/** The same for a name where it is declared and where it is used. */
function keyOf(name: SyntaxNode, file: GoFile): string {
	const word = file.read(name);
	const binding = file.findBinding(word, name.name === 'DefName' ? endOf(name) : name.from);
	return binding
		? `${file.path}#${String(binding.node.from)}.${String(binding.index)}`
		: `${file.folder}#${word}`;
}

/** A name means what is declared only behind its declaration. */
function endOf(name: SyntaxNode): number {
	return name.parent?.to ?? name.to;
}

function isSame(a: Judged, b: Judged): boolean {
	return a.purpose === b.purpose && a.method === b.method;
}
