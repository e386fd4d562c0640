import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import { NameUses } from './name-uses.ts';
import type { ParsedFile } from './parsed-file.ts';
import { TextJudge } from './text-judge.ts';
import type { TextReader } from './text-reader.ts';
import {
	namesGitLab,
	namesRoot,
	spell,
	writeOut,
	type SourceText,
	type TextPiece,
} from './text.ts';

/**
 * Starts to find the texts that may be of the API, with what they are for. Every file is read for what
 * becomes of names before any text is judged.
 *
 * @param files They share their constants.
 * @param mayMatter What a text has that can be of the API.
 * @param project What its files name.
 */
export function startTexts<File extends ParsedFile>(
	reader: TextReader<File>,
	files: readonly File[],
	mayMatter: RegExp,
	project: Pick<SourceText, 'hasRoot' | 'isNearRoot' | 'isNearGitLab'>,
): (file: File) => SourceText[] {
	const names = new NameUses(reader);
	for (const file of files) names.read(file);
	const judge = new TextJudge(names);

	return (file) => {
		const seen = new Set<number>();
		const texts: SourceText[] = [];
		const isBesideRoot =
			namesRoot(file.text) || (project.hasRoot === true && namesGitLab(file.text));
		file.tree.iterate({
			enter: (found) => {
				const whole = findText(found, file, reader);
				if (!whole || seen.has(whole.from)) return;
				seen.add(whole.from);
				// `path += "/cars"`
				const { prevSibling: sign } = whole;
				const isAppended = sign?.name === 'UpdateOp' && file.read(sign) === '+=';
				const onto = isAppended ? sign.prevSibling : null;
				const before = onto ? reader.readDeclared(onto, file) : [];
				const own = reader.read(whole, file);
				// A query leaves the path as it is, and that has a place of its own.
				if (onto && /^[?&]/.test(writeOut({ pieces: own }))) return;
				const pieces = [...before, ...own];
				if (!spell(pieces).some((one) => mayMatter.test(writeOut({ pieces: one })))) return;
				// A constant that it begins with may be elsewhere.
				const line = file.lineOf(found);
				for (const one of judge.judge(whole, file)) {
					const { purpose, method, given = {}, before: ahead = [], after = [] } = one;
					const putAround = (own: readonly TextPiece[]) => [...ahead, ...own, ...after];
					const fill = (one: TextPiece) => (one.text === null ? given[one.word] : null) ?? [one];
					const filled = putAround(pieces.flatMap(fill));
					const otherwise = Object.keys(given).length > 0 ? { otherwise: putAround(pieces) } : {};
					const around = { line, purpose, method, isBesideRoot, ...project, ...otherwise };
					for (const one of spell(filled)) texts.push({ pieces: one, ...around });
				}
			},
		});
		return texts;
	};
}

/** The text that a literal is of, or one that is put together from constants alone. */
function findText<File extends ParsedFile>(
	found: SyntaxNodeRef,
	file: File,
	reader: TextReader<File>,
): SyntaxNode | undefined {
	const { literal, noText } = reader.grammar.nodes;
	const isLiteral = literal.has(found.name);
	const isTaking = reader.isTaking(found, file);
	if (!isLiteral && !isTaking && found.name !== 'VariableName') return undefined;
	const { node } = found;
	if (isLiteral ? noText.test(node.parent?.name ?? '') : !reader.isKnown(node, file)) {
		return undefined;
	}
	const whole = reader.findWhole(node, file);
	const isAlone = whole.from === node.from && whole.to === node.to;
	return isAlone && !isLiteral && !isTaking ? undefined : whole;
}
