import type { SyntaxNode } from '@lezer/common';
import { childrenOf } from '#core/consumers/source/engine/syntax.ts';
import { judgeName, routeField } from '#core/consumers/source/engine/text-purpose.ts';
import { writeOut, type SourceText, type TextPurpose } from '#core/consumers/source/engine/text.ts';
import type { CheckTime } from '#core/consumers/source/engine/time.ts';
import { argumentsOf, judgeTsCall, methodOf, type Judged } from './ts-calls.ts';
import type { TsFile } from './ts-file.ts';
import { TsTextReader } from './ts-text-reader.ts';

/** Finds the texts of a file that may be of the API, with what they are for. */
export function findTsTexts(file: TsFile, mayMatter: RegExp, checkTime: CheckTime): SourceText[] {
	const reader = new TsTextReader(file, checkTime);
	const seen = new Set<number>();
	const found: SourceText[] = [];
	const named = findNamed(file, reader);
	file.tree.iterate({
		enter: ({ name, node }) => {
			const whole = findText(name, node, reader);
			if (!whole || seen.has(whole.from)) return;
			seen.add(whole.from);
			const pieces = reader.read(whole);
			if (!mayMatter.test(writeOut({ pieces }))) return;
			// A constant that it begins with may stand elsewhere.
			const line = file.lineOf(node);
			for (const judged of judge(whole, file, named)) found.push({ pieces, line, ...judged });
		},
	});
	return found;
}

/** The text that a literal is of, or one that is put together from constants alone. */
function findText(name: string, node: SyntaxNode, reader: TsTextReader): SyntaxNode | undefined {
	if (name === 'String' || name === 'TemplateString') {
		const isOther = /^(Import|Export)Declaration$|^LiteralType$/.test(node.parent?.name ?? '');
		return isOther ? undefined : reader.findWhole(node);
	}
	if (name !== 'VariableName' || !reader.findConstant(node)) return undefined;
	const whole = reader.findWhole(node);
	return whole.from === node.from && whole.to === node.to ? undefined : whole;
}

/** How texts are asked for that have a name, and the names of those that are only parts of others. */
interface NamedTexts {
	readonly asked: ReadonlyMap<number, readonly Judged[]>;
	readonly parts: ReadonlySet<number>;
}

function findNamed(file: TsFile, reader: TsTextReader): NamedTexts {
	const asked = new Map<number, Judged[]>();
	const parts = new Set<number>();
	file.tree.iterate({
		enter: ({ name, node }) => {
			if (name === 'BinaryExpression' || name === 'Interpolation') {
				for (const part of node.getChildren('VariableName')) {
					if (reader.findConstant(part)) parts.add(placeOf(part, file));
				}
			} else if (name === 'CallExpression') {
				const names = argumentsOf(node).filter((one) => one.name === 'VariableName');
				const judged = names.length > 0 ? judgeTsCall(node, file) : undefined;
				if (!judged || judged.purpose === 'unknown' || judged.purpose === 'address') return;
				for (const one of names) {
					const place = placeOf(one, file);
					const before = asked.get(place) ?? [];
					if (!before.some((way) => isSameWay(way, judged))) asked.set(place, [...before, judged]);
				}
			}
		},
	});
	return { asked, parts };
}

function isSameWay(a: Judged, b: Judged): boolean {
	return a.purpose === b.purpose && a.method === b.method;
}

/** Where a name is declared. */
function placeOf(name: SyntaxNode, file: TsFile): number {
	return file.findBinding(file.read(name), name.from)?.definition.from ?? -1;
}

/** Once for each way in which it is asked for. */
function judge(whole: SyntaxNode, file: TsFile, named: NamedTexts): readonly Judged[] {
	const text = findChoice(whole);
	const { parent } = text;
	const holder = parent?.name === 'ArgList' ? parent.parent : parent;
	switch (holder?.name) {
		case undefined:
			return [];
		case 'CallExpression':
		case 'NewExpression':
			return [judgeTsCall(holder, file)];
		case 'VariableDeclaration':
		case 'AssignmentExpression':
		case 'PropertyDeclaration':
			return judgeNamed(text, file, named);
		case 'Property':
			return [judgeProperty(text, holder, file)];
		case 'ReturnStatement':
		case 'ArrowFunction':
			return [by(judgeName(functionOf(holder, file)))];
		case 'ExpressionStatement':
		case 'ArrayExpression':
		case 'ExportDeclaration':
			return [by('unknown')];
		default:
			return [by('other')];
	}
}

/** One of two texts is for what the two are for. */
function findChoice(text: SyntaxNode): SyntaxNode {
	let choice = text;
	for (let { parent } = choice; parent; { parent } = choice) {
		const isChosen = parent.name === 'ConditionalExpression' && parent.from !== choice.from;
		const isHeld =
			parent.name === 'ParenthesizedExpression' && choice.name === 'ConditionalExpression';
		if (!isChosen && !isHeld) break;
		choice = parent;
	}
	return choice;
}

function by(purpose: TextPurpose): Judged {
	return { purpose, method: null };
}

function judgeNamed(
	text: SyntaxNode,
	file: TsFile,
	{ asked, parts }: NamedTexts,
): readonly Judged[] {
	let target = text.prevSibling;
	while (target && !/Definition$|^(VariableName|MemberExpression)$/.test(target.name)) {
		target = target.prevSibling;
	}
	if (!target) return [by('unknown')];
	const place = placeOf(target, file);
	const ways = asked.get(place);
	if (ways) return ways;
	if (parts.has(place)) return [by('other')];
	return [by(judgeName(/([\w$]+)$/.exec(file.read(target))?.[1] ?? ''))];
}

/** `{ url: '/cars', method: 'POST' }`. A `path` is one of a page, unless a method of HTTP stands there. */
function judgeProperty(text: SyntaxNode, property: SyntaxNode, file: TsFile): Judged {
	const name = property.firstChild;
	if (!name || name.from === text.from) return by('other');
	const method = property.parent ? methodOf(property.parent, file) : null;
	const siblings = property.parent?.getChildren('Property') ?? [];
	if (siblings.some(({ firstChild }) => firstChild && routeField.test(file.read(firstChild)))) {
		return by('other');
	}
	const purpose = judgeName(file.read(name));
	if (purpose === 'address' && method !== null) return { purpose: 'described', method };
	return by(/^path$/i.test(file.read(name)) ? 'unknown' : purpose);
}

/** The name of the function that a statement is of. */
function functionOf(statement: SyntaxNode, file: TsFile): string {
	for (let node: SyntaxNode | null = statement; node; node = node.parent) {
		if (/^(FunctionDeclaration|MethodDeclaration|VariableDeclaration|Property)$/.test(node.name)) {
			const name = childrenOf(node).find((part) => part.name.endsWith('Definition'));
			return name ? file.read(name) : '';
		}
	}
	return '';
}
