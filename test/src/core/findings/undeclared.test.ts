import { describe, expect, test } from 'vitest';
import type { Addition } from '#core/inventory/check.ts';
import { findUndeclared } from '#core/findings/undeclared.ts';
import {
	aDeclaredProject,
	aGroupProject,
	aProject,
	aRegistry,
	aSite,
	checkRules,
	someFacts,
} from '../../../builders.ts';

/** Three lines each, from line 2 on, in the order of their paths. */
const paths = ['example/tools/b', 'example/tools/d'];
const projects = paths.map((path, index) =>
	aDeclaredProject({ path, place: { line: 2 + 3 * index, end: 4 + 3 * index } }),
);
const registry = aRegistry({ projects });
const find = (
	listed: ReturnType<typeof aGroupProject>[],
	pulled: ReturnType<typeof aProject>[] = [],
	own = registry,
) => findUndeclared(own, { projects: pulled, 'group-projects': listed });

const withIndent = (indent: number | null) =>
	aRegistry({ projects: paths.map((path) => aDeclaredProject({ path, place: { indent } })) });

const edits = (findings: ReturnType<typeof find>) =>
	findings.flatMap((finding) => finding.edits ?? []) as Addition[];

describe('a project that nobody has declared', () => {
	test.each([
		{ path: 'example/tools/c', line: 4, why: 'between two' },
		{ path: 'example/tools/e', line: 7, why: 'after the last' },
		{ path: 'example/tools/a', line: 1, why: 'before the first' },
	])('is told with the entry to add, $why', ({ path, line }) => {
		const [edit] = edits(find([aGroupProject({ path, id: 9 })]));
		expect(edit).toEqual({
			file: 'content/registry/projects.yaml',
			line,
			action: 'add',
			text: `- path: ${path}\n  name: ${path.slice(-1)}\n  group: product`,
		});
	});

	test.each([
		{ why: 'there is no entry', own: aRegistry() },
		{ why: 'entries stand in braces', own: withIndent(null) },
	])('is told without lines when $why', ({ own }) => {
		const findings = find([aGroupProject({ path: 'example/tools/c' })], [], own);
		expect(findings).toMatchObject([
			{
				rule: 'project-not-declared',
				level: 'broken',
				place: { file: 'content/registry/projects.yaml', line: null },
			},
		]);
		expect(edits(findings)).toEqual([]);
	});

	test('stands as far from the margin as those beside it', () => {
		const [edit] = edits(find([aGroupProject({ path: 'example/tools/c' })], [], withIndent(2)));
		expect(edit?.text).toBe('  - path: example/tools/c\n    name: c\n    group: product');
	});

	test('has no group where the team names none', () => {
		const site = aSite({ projectGroups: undefined });
		const own = { ...registry, site, projects: projects.map((one) => ({ ...one, group: 'all' })) };
		const [edit] = edits(find([aGroupProject({ path: 'example/tools/c' })], [], own));
		expect(edit?.text).toBe('- path: example/tools/c\n  name: c');
	});

	test.each([
		{ path: 'example/fast/y', like: 'product', why: 'in its folder' },
		{ path: 'example/slow/a', like: 'helper/linters', why: 'in its folder, after it' },
		{ path: 'example/slower', like: 'helper/linters', why: 'with the longest beginning' },
		{ path: 'other/x', like: 'saas/images', why: 'of the first group, with none beside it' },
	])('$path gets group and category of the project $why: $like', ({ path, like }) => {
		const neighbours = [
			aDeclaredProject({ path: 'example/fast/x', group: 'product' }),
			aDeclaredProject({ path: 'example/slow/b', group: 'helper', category: 'linters' }),
		];
		const categories = [{ id: 'images', title: 'Images' }];
		const site = aSite({ projectGroups: [{ id: 'saas', title: 'SaaS', categories }] });
		const own = { ...registry, projects: neighbours, site };
		const [group, category] = like.split('/');
		const rows = { projects: [], 'group-projects': [aGroupProject({ path })] };
		const text = edits(findUndeclared(own, rows))[0]?.text.split('\n');
		expect(text?.slice(2)).toEqual([
			`  group: ${group!}`,
			...(category ? [`  category: ${category}`] : []),
		]);
	});

	test('is told once when two groups list it, and what YAML would misread stands in quotes', () => {
		const listed = ['example/tools', 'example'].map((group) =>
			aGroupProject({ path: 'example/tools/1.0', archived: true, group }),
		);
		const checks = checkRules({ completeGroups: ['example/tools', 'example'] });
		const findings = find(listed, [], { ...registry, checks });
		expect(findings).toMatchObject([{ level: 'notice' }]);
		expect(edits(findings).map(({ text }) => text)).toEqual([
			"- path: example/tools/1.0\n  name: '1.0'\n  group: product\n  archived: true",
		]);
	});

	test('keeps its place when several are missing', () => {
		const listed = ['e', 'a', 'c'].map((name, id) =>
			aGroupProject({ path: `example/tools/${name}`, id: id + 9 }),
		);
		expect(edits(find(listed)).map(({ line }) => line)).toEqual([1, 4, 7]);
	});
});

describe('a project is declared', () => {
	test('at its path, in letters of any case', () => {
		expect(find([aGroupProject({ path: 'Example/Tools/B' })])).toEqual([]);
	});

	test.each([
		{ listed: { path: 'example/tools/new', id: 5 }, why: 'by its number' },
		{ listed: { path: 'Example/tools/New', id: 6 }, why: 'by its new path' },
	])('under the path that it had before it moved: $why', ({ listed }) => {
		const facts = someFacts({ path: 'example/tools/new', id: 5 });
		const pulled = [aProject({ path: 'example/tools/b', facts })];
		expect(find([aGroupProject(listed)], pulled)).toEqual([]);
	});

	test('as what another had before it moved: the registry knows that path', () => {
		const moved = aDeclaredProject({ path: 'example/x', earlierPaths: ['example/tools/old'] });
		const own = { ...registry, projects: [...projects, moved] };
		expect(find([aGroupProject({ path: 'Example/Tools/Old', id: 9 })], [], own)).toEqual([]);
	});

	test('by its number alone, when it moved between two pulls of lists', () => {
		const pulled = [
			aProject({ path: 'example/tools/b', facts: someFacts({ path: 'example/tools/b', id: 5 }) }),
		];
		expect(find([aGroupProject({ path: 'example/tools/new', id: 5 })], pulled)).toEqual([]);
	});

	test('when it moved after it was asked for, and before the group was', () => {
		const facts = someFacts({ path: 'example/tools/b', id: 5 });
		const pulled = [aProject({ path: 'example/tools/b', facts })];
		expect(find([aGroupProject({ path: 'example/tools/newer', id: 5 })], pulled)).toEqual([]);
	});

	test('no more when its row is left over', () => {
		const left = aProject({ path: 'example/tools/gone', facts: someFacts({ id: 5 }) });
		expect(find([aGroupProject({ path: 'example/tools/gone', id: 5 })], [left])).toHaveLength(1);
	});
});

test('groups that need not be complete any more are no matter', () => {
	const checks = checkRules({ completeGroups: [] });
	expect(find([aGroupProject()], [], { ...registry, checks })).toEqual([]);
});
