import { expect, test } from 'vitest';
import { checkProjects } from '#core/inventory/checks/check-projects.ts';
import { countAnswers } from '#core/inventory/checks/run-checks.ts';
import {
	aDeclaredProject,
	aGroup,
	aGroupProject,
	anAccess,
	anExemption,
	aProject,
	aProjectPath,
	aRegistry,
	aSnapshot,
	checkRules,
	someFacts,
} from '../../../../builders.ts';

const paths = ['example/tools/widget', 'example/tools/gadget'].map(aProjectPath);
const projects = paths.map((path) => aDeclaredProject({ path, releaseOverdueAfterDays: 5 }));
const rows = {
	projects: paths.map((path, index) =>
		aProject({ path: path.toUpperCase(), facts: someFacts({ path, id: index + 1 }) }),
	),
	'group-projects': [aGroupProject({ id: 1 })],
	groups: [aGroup({ path: 'example/maintainers' })],
	access: [anAccess({ project: paths[1]!, accessLevel: 30 })],
};

test('every project is judged by its own rows and exemptions, in letters of any case', () => {
	const checks = checkRules({ exemptions: [anExemption({ project: 'EXAMPLE/tools/widget' })] });
	const checked = checkProjects(aRegistry({ projects, checks }), aSnapshot({ rows }));
	const answers = checked.map(({ checks: all }) =>
		Object.fromEntries(all.map(({ id, answer }) => [id, answer])),
	);
	expect(answers).toMatchObject([
		{ path: 'holds', listed: 'holds', maintainers: 'unknown', release: 'exempt' },
		{ path: 'holds', listed: 'broken', maintainers: 'broken', release: 'broken' },
	]);
	expect(checked.map(({ declared, project }) => [declared.path, project?.facts?.id])).toEqual([
		[paths[0], 1],
		[paths[1], 2],
	]);
});

test('what was said of it at an earlier path still counts', () => {
	const moved = { ...projects[1]!, earlierPaths: [aProjectPath('example/old')] };
	const exemptions = [anExemption({ project: 'Example/Old' })];
	const registry = aRegistry({ projects: [moved], checks: checkRules({ exemptions }) });
	const [checked] = checkProjects(registry, aSnapshot({ rows }));
	expect(checked!.checks.find(({ id }) => id === 'release')).toMatchObject({
		answer: 'exempt',
		exemption: exemptions[0],
	});
});

test('until it is pulled at its new path, what was pulled at an earlier one counts', () => {
	const moved = { ...projects[1]!, path: aProjectPath('example/new/b') };
	const registry = aRegistry({
		projects: [{ ...moved, earlierPaths: [projects[1]!.path] }],
		checks: checkRules(),
	});
	const [checked] = checkProjects(registry, aSnapshot({ rows }));
	expect(checked!.project?.facts?.id).toBe(2);
	expect(checked!.checks.find(({ id }) => id === 'maintainers')?.answer).toBe('broken');
});

test('a thousand projects take no longer than a glance', () => {
	const many = Array.from({ length: 1000 }, (_, index) =>
		aProjectPath(`example/tools/p${String(index)}`),
	);
	const registry = aRegistry({ projects: many.map((path) => aDeclaredProject({ path })) });
	const snapshot = aSnapshot({
		rows: {
			projects: many.map((path, index) =>
				aProject({ path, facts: someFacts({ path, id: index + 1 }) }),
			),
			'group-projects': many.map((path, index) => aGroupProject({ path, id: index + 1 })),
			access: many.map((project) => anAccess({ project })),
		},
	});
	const start = performance.now();
	const checked = checkProjects(registry, snapshot);
	expect(performance.now() - start).toBeLessThan(2000);
	expect(checked.every(({ checks }) => countAnswers(checks).holds === 9)).toBe(true);
});

test('a thousand projects are checked once for the same registry and snapshot', () => {
	const [registry, other] = [aRegistry({ projects }), aRegistry({ projects: [] })];
	const snapshot = aSnapshot({ rows });
	const checked = checkProjects(registry, snapshot);
	expect(checkProjects(registry, snapshot)).toBe(checked);
	expect(checkProjects(other, snapshot)).toEqual([]);
	expect(checkProjects(registry, aSnapshot({ rows: {} }))[0]?.project).toBeUndefined();
});
