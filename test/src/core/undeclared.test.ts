import { describe, expect, test } from 'vitest';
import { findUndeclared } from '#core/undeclared.ts';
import {
	aDeclaredProject,
	aGroupProject,
	aPlace,
	aProject,
	aRegistry,
	aSite,
	checkRules,
	someFacts,
} from '../../builders.ts';

/** Three lines each, from line 2 on, in the order of their paths. */
const paths = ['example/tools/b', 'example/tools/d'];
const projects = paths.map((path) => aDeclaredProject({ path }));
const placeOf = (_list: 'projects', path: string) => {
	const line = 2 + 3 * paths.indexOf(path);
	return aPlace({ line, end: line + 2 });
};
const registry = aRegistry({ projects });
const find = (
	listed: ReturnType<typeof aGroupProject>[],
	pulled: ReturnType<typeof aProject>[] = [],
	own = registry,
) => findUndeclared(own, { projects: pulled, 'group-projects': listed }, placeOf);

const edits = (findings: ReturnType<typeof find>) =>
	findings.flatMap((finding) => (finding.rule === 'project-not-declared' ? [finding.edit] : []));

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

	test('goes to the end of a registry that has none', () => {
		const [edit] = edits(find([aGroupProject()], [], aRegistry()));
		expect(edit).toMatchObject({ line: null });
	});

	test('gets the first category of its group, and what YAML would misread stands in quotes', () => {
		const categories = [{ id: 'linters', title: 'Linters' }];
		const site = aSite({ projectGroups: [{ id: 'helper', title: 'Helpers', categories }] });
		const listed = [aGroupProject({ path: 'example/tools/1.0', archived: true })];
		expect(edits(find(listed, [], { ...registry, site }))[0]?.text).toBe(
			"- path: example/tools/1.0\n  name: '1.0'\n  group: helper\n  category: linters\n  archived: true",
		);
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

	test('no more when its row is left over', () => {
		const left = aProject({ path: 'example/tools/gone', facts: someFacts({ id: 5 }) });
		expect(find([aGroupProject({ path: 'example/tools/gone', id: 5 })], [left])).toHaveLength(1);
	});
});

test('groups that need not be complete any more are no matter', () => {
	const checks = checkRules({ completeGroups: [] });
	expect(find([aGroupProject()], [], { ...registry, checks })).toEqual([]);
});
