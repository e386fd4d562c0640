import { describe, expect, test } from 'vitest';
import { entriesOf } from '#core/inventory/entries.ts';
import { pathRule } from '#core/inventory/checks/path.ts';
import { aDeclaredProject, aPlace, aProjectPath } from '../../../../builders.ts';
import { judge, wordsOf } from './a-subject.ts';

const { file } = aPlace();
const old = aProjectPath();
const moved = aProjectPath('example/new/widget');

test('a project at its declared path holds, in letters of any case', () => {
	expect(judge(pathRule, { facts: { path: 'Example/Tools/Widget' } })).toMatchObject({
		answer: 'holds',
		permission: 'stranger',
		readAt: '2026-11-23T08:30:00Z',
	});
});

test('a project that has moved is broken, with the lines to paste, which keep its old path', () => {
	const verdict = judge(pathRule, { facts: { path: moved } });
	expect(wordsOf(verdict)).toContain(`GitLab has moved it to ${moved}.`);
	const text = `- path: ${moved}\n  earlierPaths: [${old}]`;
	expect(verdict).toMatchObject({
		answer: 'broken',
		fix: { edits: [{ file, line: 14, end: 14, action: 'replace', text }] },
	});
});

test('one that GitLab has renamed to delete it is not declared there', () => {
	const verdict = judge(pathRule, { facts: { path: `${old}-deletion_scheduled-4711` } });
	expect(verdict).toMatchObject({
		answer: 'broken',
		observed: expect.stringMatching(/deletion/) as string,
	});
	expect(wordsOf(verdict)).not.toContain('4711');
	expect(verdict).not.toHaveProperty('fix.edits');
});

test('one that has moved before keeps all its old paths, but none that it has again', () => {
	const verdict = judge(pathRule, {
		declared: {
			earlierPaths: ['example/first', moved],
			place: {
				end: 19,
				lines: { path: 14, earlierPaths: 15, name: 18, group: 19 },
				ends: { earlierPaths: 17 },
			},
		},
		facts: { path: moved },
	});
	const text = `  earlierPaths: [example/first, ${old}]`;
	expect(verdict).toMatchObject({
		fix: {
			edits: [
				{ line: 14, end: 14, action: 'replace', text: `- path: ${moved}` },
				{ line: 15, end: 17, action: 'replace', text },
			],
		},
	});
});

describe('the order of the paths', () => {
	const paths = ['example/a', 'example/tools/widget', 'example/tools/z', 'example/x'];
	const entries = entriesOf(
		paths.map((path, index) =>
			aDeclaredProject({
				path,
				earlierPaths: [`${path}-old`],
				place: { line: 2 + 3 * index, end: 4 + 3 * index },
			}),
		),
	);
	const place = aPlace({ line: 5, end: 7, lines: { path: 5, name: 6, group: 7 } });
	const wordsAt = (path: string) =>
		wordsOf(judge(pathRule, { entries, declared: { place }, facts: { path: aProjectPath(path) } }));

	test.each([
		{ path: 'example/b', why: 'between the same two' },
		{ path: 'example/tools/y', why: 'before the next' },
	])('is kept by $path: $why', ({ path }) => {
		expect(wordsAt(path)).not.toContain('move the entry');
	});

	test.each([
		{ path: 'example/y', where: 'below line 13' },
		{ path: 'example/tools/zz', where: 'below line 10' },
		{ path: 'acme/widget', where: 'above line 2' },
	])('puts $path $where', ({ path, where }) => {
		expect(wordsAt(path)).toContain(
			`, and move the entry ${where}, where the order of the paths puts it.`,
		);
	});

	test.each(['Example/X', 'example/x-old'])('has no place for %s twice', (path) => {
		const verdict = judge(pathRule, { entries, declared: { place }, facts: { path } });
		expect(wordsOf(verdict)).toContain('already has');
		expect(verdict).not.toHaveProperty('fix.edits');
	});
});
