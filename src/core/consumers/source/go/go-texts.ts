import type { SyntaxNode } from '@lezer/common';
import { childrenOf } from '#core/consumers/source/engine/syntax.ts';
import { judgeName, routeField } from '#core/consumers/source/engine/text-purpose.ts';
import { writeOut, type SourceText } from '#core/consumers/source/engine/text.ts';
import { operandsOf } from './operands.ts';
import { isHandler, judgeGoCall, readMethod, type Judged } from './go-calls.ts';
import type { GoFile } from './go-file.ts';
import type { GoProject } from './go-project.ts';
import type { NamedTexts } from './named-texts.ts';
import { findWholeText, type TextReader } from './text-reader.ts';

/** Finds the texts of a file that may be of the API, with what they are for. */
export class GoTexts {
	readonly #project: GoProject;
	readonly #reader: TextReader;
	readonly #named: NamedTexts;
	readonly #mayMatter: RegExp;

	/** @param mayMatter What a text has that can be of the API. */
	constructor(project: GoProject, reader: TextReader, named: NamedTexts, mayMatter: RegExp) {
		this.#project = project;
		this.#reader = reader;
		this.#named = named;
		this.#mayMatter = mayMatter;
	}

	find(file: GoFile): SourceText[] {
		const seen = new Set<number>();
		const found: SourceText[] = [];
		file.tree.iterate({
			enter: ({ name, node }) => {
				const whole = this.#findText(name, node, file);
				if (!whole || seen.has(whole.from)) return;
				seen.add(whole.from);
				const pieces = this.#reader.read(whole, file);
				if (!this.#mayMatter.test(writeOut({ pieces }))) return;
				const line = file.lineOf(node);
				for (const judged of this.#judge(whole, file)) found.push({ pieces, line, ...judged });
			},
		});
		return found;
	}

	/** The text that a literal is of, or one that is put together from constants alone. */
	#findText(name: string, node: SyntaxNode, file: GoFile): SyntaxNode | undefined {
		if (name === 'String') {
			const isOther = /^(ImportSpec|FieldDecl)$/.test(node.parent?.name ?? '');
			return isOther ? undefined : findWholeText(node, file);
		}
		if (name !== 'VariableName' || !this.#reader.isKnown(node, file)) return undefined;
		const whole = findWholeText(node, file);
		return whole.from === node.from && whole.to === node.to ? undefined : whole;
	}

	/** Once for each way in which it is asked for. */
	#judge(text: SyntaxNode, file: GoFile): readonly Judged[] {
		const { parent } = text;
		const holder = parent?.name === 'Arguments' ? parent.parent : parent;
		if (!holder) return [];
		switch (holder.name) {
			case 'CallExpr':
				return [judgeGoCall(holder, file, this.#project)];
			case 'VarDecl':
			case 'VarSpec':
			case 'ConstSpec':
			case 'ConstDecl':
			case 'Assignment':
				return this.#judgeNamed(text, holder, file);
			case 'Element':
				return [judgeElement(text, holder, file, this.#project)];
			case 'ReturnStatement':
				return [judgeBy(functionOf(holder, file))];
			case 'ExprStatement':
			case 'LiteralValue':
				return [{ purpose: 'unknown', method: null }];
			default:
				return [{ purpose: 'other', method: null }];
		}
	}

	#judgeNamed(text: SyntaxNode, holder: SyntaxNode, file: GoFile): readonly Judged[] {
		const target = findTarget(text, holder);
		if (!target) return [{ purpose: 'unknown', method: null }];
		const asked = this.#named.askedFor(target, file);
		if (asked.length > 0) return asked;
		if (this.#named.isPart(target, file)) return [{ purpose: 'other', method: null }];
		return [judgeBy(/(?<!\w)(\w+)$/.exec(file.read(target))?.[1] ?? '')];
	}
}

function judgeBy(name: string): Judged {
	return { purpose: judgeName(name), method: null };
}

/** What a text is put into: with several, the one at the same place. */
function findTarget(text: SyntaxNode, holder: SyntaxNode): SyntaxNode | undefined {
	const parts = childrenOf(holder).filter(({ name }) => name !== ',' && !name.endsWith('Comment'));
	const equals = parts.findIndex(({ name }) => /^(:?=|UpdateOp)$/.test(name));
	const targets = parts
		.slice(0, equals)
		.filter(({ name }) => /^(DefName|VariableName|SelectorExpr)$/.test(name));
	const place = parts.slice(equals + 1).findIndex(({ from }) => from === text.from);
	return targets[place];
}

/** A field of a literal: `Request{Path: "cars", Method: http.MethodPost}`. */
function judgeElement(
	text: SyntaxNode,
	element: SyntaxNode,
	file: GoFile,
	project: GoProject,
): Judged {
	const key = element.getChild('Key');
	const siblings = element.parent?.getChildren('Element') ?? [];
	const isRoute = siblings.some((one) => isOfRoute(one, file, project));
	if (isRoute || (key && key.from <= text.from && text.to <= key.to)) {
		return { purpose: 'other', method: null };
	}
	if (!key) return { purpose: 'unknown', method: null };
	const judged = judgeBy(file.read(key));
	if (judged.purpose !== 'address') return judged;
	const methods = siblings.flatMap((one) => readMethodElement(one, file) ?? []);
	return methods[0] === undefined ? judged : { purpose: 'described', method: methods[0] };
}

function readMethodElement(element: SyntaxNode, file: GoFile): string | null {
	const name = element.getChild('Key');
	const value = operandsOf(element).at(-1);
	return name && value && /method/i.test(file.read(name)) ? readMethod(value, file) : null;
}

/** A route that the program serves has what serves it beside its path. */
function isOfRoute(element: SyntaxNode, file: GoFile, project: GoProject): boolean {
	const key = element.getChild('Key');
	const value = operandsOf(element).at(-1);
	if (value && isHandler(value, file, project)) return true;
	if (key) return routeField.test(file.read(key));
	return value?.name === 'SelectorExpr' && readMethod(value, file) === null;
}

/** The name of the function that a statement is of. */
function functionOf(statement: SyntaxNode, file: GoFile): string {
	for (let node = statement.parent; node; node = node.parent) {
		if (node.name === 'FunctionLiteral') return '';
		const kind = node.name === 'MethodDecl' ? 'FieldName' : 'DefName';
		if (/^(FunctionDecl|MethodDecl)$/.test(node.name)) {
			const name = node.getChild(kind);
			return name ? file.read(name) : '';
		}
	}
	return '';
}
