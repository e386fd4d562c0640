import type { SyntaxNode } from '@lezer/common';
import { argumentsOf, operandsOf } from '#core/consumers/source/engine/syntax.ts';
import type { TextPart } from '#core/consumers/source/engine/text-grammar.ts';
import { withSlashes } from '#core/consumers/source/engine/text.ts';
import type { GoFile } from './go-file.ts';

/**
 * The parts of the text that a call puts together: `fmt.Sprintf("cars/%d", id)`,
 * `fmt.Sprint(base, "/cars")`, `url.JoinPath(base, "cars", id)`, `base.JoinPath("cars", id)`.
 * `undefined`: it puts none together.
 */
export function joinedBy(node: SyntaxNode, file: GoFile): TextPart<GoFile>[] | undefined {
	if (node.name !== 'CallExpr' || !node.firstChild) return undefined;
	// A sum before it is read as a part of it: `base + path.Join("cars", id)`.
	const called = /[\w.]*$/.exec(file.read(node.firstChild))?.[0] ?? '';
	if (!/(Sprintf?|Join(Path)?)$/.test(called)) return undefined;
	const given = argumentsOf(node);
	if (/\bSprintf$/.test(called)) {
		const [format, ...values] = given;
		return format ? [{ format, given: values }] : [];
	}
	if (called === 'fmt.Sprint') return given;
	if (/\bstrings\.Join$/.test(called)) {
		const list = listIn(given, file);
		return list.length > 0 ? withSlashes(list) : undefined;
	}
	if (/^path\.Join$|(?<!\w)(url|path)\.JoinPath$/.test(called)) return withSlashes(given);
	const base = { text: null, word: 'baseURL' } as const;
	return called.endsWith('.JoinPath') ? withSlashes([base, ...given]) : undefined;
}

/** What a list has that is joined to a path: `strings.Join([]string{base, "cars", id}, "/")`. */
function listIn([list, mark]: readonly SyntaxNode[], file: GoFile): SyntaxNode[] {
	if (!mark || file.read(mark) !== '"/"') return [];
	// A name may be all parts: those of a last parameter.
	if (list?.name === 'VariableName') return [list];
	if (list?.name !== 'TypedLiteral') return [];
	const elements = list.getChild('LiteralValue')?.getChildren('Element') ?? [];
	return elements.flatMap((element) => operandsOf(element).at(-1) ?? []);
}
