import { describe, expect, test } from 'vitest';
import { findRoster, type Listed } from '#core/people/roster.ts';
import { Roster } from '#model/roster.ts';

interface Person extends Listed {
	name: string;
}

function person(name: string, role: string | null, reportsTo: string | null = null): Person {
	return { name, slug: name, role, reportsTo, departments: [] };
}

const linked = (words: string, path = '/job-families/engineering/') =>
	`<a href="${path}">${words}</a>`;
const aTeam = (change: object) =>
	Roster.parse({ id: 'team', title: 'Team', kind: 'team-by-manager-role', ...change });
const someCounterparts = (change: object) =>
	Roster.parse({ id: 'others', title: 'Others', kind: 'stable-counterparts', ...change });
const namesOf = (people: readonly Person[], roster: Roster) =>
	findRoster(people, roster).map(({ name }) => name);

describe('a pattern fits a role as RE2 says', () => {
	const manager = 'Engineering Manager(.*)Verify:Runner';

	test.each([
		{ pattern: manager, role: 'Engineering Manager, Verify:Runner', fits: true, why: 'as meant' },
		{
			pattern: manager,
			role: linked('Fullstack Engineering Manager, Verify:Runner SaaS'),
			fits: true,
			why: 'it may fit anywhere',
		},
		{ pattern: manager, role: 'engineering manager, verify:runner', fits: false, why: 'case' },
		{ pattern: manager, role: 'Engineering Manager,\nVerify:Runner', fits: false, why: 'one line' },
		{ pattern: '(?i)verify:runner', role: 'Verify:Runner', fits: true, why: 'case is off' },
		{ pattern: 'Verify|(?i)deploy', role: 'DEPLOY', fits: true, why: 'case is off in one part' },
		{ pattern: 'Verify|(?i)deploy', role: 'VERIFY', fits: false, why: 'and not in the other' },
		{ pattern: '[,&] Package', role: 'Designer, Verify & Package', fits: true, why: 'one of two' },
		{ pattern: '[,&] Package', role: 'Designer; Package', fits: false, why: 'neither' },
		{ pattern: '& Package', role: 'Verify &amp; Package', fits: false, why: 'the raw HTML counts' },
		{
			pattern: String.raw`Dev\:Create`,
			role: 'Engineer, Dev:Create',
			fits: true,
			why: 'an escape',
		},
		{ pattern: 'Runner$', role: 'Engineer, Verify:Runner', fits: true, why: 'the end' },
		{ pattern: 'Runner$', role: linked('Verify:Runner'), fits: false, why: 'the tag is the end' },
		{ pattern: 'Runner$', role: 'Verify:Runner\n', fits: false, why: 'only the very end' },
		{ pattern: '^Engineer', role: 'Staff\nEngineer', fits: false, why: 'only the very start' },
		{ pattern: 'job-families', role: linked('Designer'), fits: true, why: 'addresses count too' },
		{ pattern: String.raw`\bEngin\b`, role: 'Engineer', fits: false, why: 'whole words' },
		{ pattern: String.raw`\pL{3}É`, role: 'ABCÉ', fits: true, why: 'letters of any language' },
		{ pattern: '.*', role: '', fits: true, why: 'an empty role is a role' },
		{ pattern: '.*', role: null, fits: false, why: 'none is none' },
	])('$pattern on $role: $fits, $why', ({ pattern, role, fits }) => {
		const found = namesOf([person('ada', role)], aTeam({ role: pattern }));
		expect(found).toEqual(fits ? ['ada'] : []);
	});

	test('in time that grows with the role alone', () => {
		const role = `${'a'.repeat(50_000)}!`;
		const start = performance.now();
		for (const pattern of ['(a+)+$', '(a|aa)*b', '(.*)(.*)(.*)(.*)(.*)x$']) {
			expect(namesOf([person('ada', role)], aTeam({ role: pattern }))).toEqual([]);
		}
		expect(performance.now() - start).toBeLessThan(5000);
	});
});

describe('a team', () => {
	const people = [
		person('zoe', 'Backend Engineer, Engine', 'max'),
		person('kim', 'Manager, Engine SaaS', 'boss'),
		person('max', 'Manager, Engine', 'boss'),
		person('ada', 'Designer', 'kim'),
		person('bob', 'Backend Engineer, Engine', 'kim'),
		person('vacancy-1', 'Senior Backend Engineer, Engine', 'kim'),
		person('stranger', 'Backend Engineer, Engine', 'nobody-of-that-name'),
		person('loner', 'Backend Engineer, Engine'),
	];

	test('is the first manager of the list, then those who report to them, in its order', () => {
		expect(namesOf(people, aTeam({ role: 'Manager, Engine' }))).toEqual([
			'kim',
			'ada',
			'bob',
			'vacancy-1',
		]);
	});

	test('can be cut to roles, which the manager need not have', () => {
		const team = aTeam({ role: 'Manager, Engine', team: 'Backend(.*)Engine' });
		expect(namesOf(people, team)).toEqual(['kim', 'bob', 'vacancy-1']);
	});

	test('is nobody when no role fits', () => {
		expect(namesOf(people, aTeam({ role: 'Manager, Wheel' }))).toEqual([]);
		expect(namesOf([], aTeam({ role: '.' }))).toEqual([]);
	});

	test('is the manager alone when the manager has no slug, whoever reports to nobody', () => {
		const headless = { ...person('kim', 'Manager'), slug: null };
		expect(namesOf([headless, person('ada', 'Designer')], aTeam({ role: 'Manager' }))).toEqual([
			'kim',
		]);
	});

	test('has a manager who reports to themselves once', () => {
		const self = person('kim', 'Manager', 'kim');
		expect(namesOf([self, person('ada', 'Designer', 'kim')], aTeam({ role: 'Manager' }))).toEqual([
			'kim',
			'ada',
		]);
	});

	test('has those who report to a slug that two people have', () => {
		const doubled = [
			person('kim', 'Manager', 'boss'),
			{ ...person('kim the second', 'Designer', 'kim'), slug: 'kim' },
			person('ada', 'Designer', 'kim'),
		];
		expect(namesOf(doubled, aTeam({ role: 'Manager' }))).toEqual(['kim', 'kim the second', 'ada']);
	});
});

describe('counterparts', () => {
	const people = [
		person('writer', 'Technical Writer, Engine', 'docs'),
		person('kim', 'Manager, Engine', 'boss'),
		person('bob', 'Backend Engineer, Engine', 'kim'),
		person('eve', 'Manager, Wheel', 'boss'),
		person('fay', 'Designer, Engine and Wheel', 'eve'),
		person('ivy', 'Manager, Wheel Core', 'boss'),
		person('joe', 'Designer, Engine', 'ivy'),
		person('sam', 'Designer, Brake', 'docs'),
		person('tester', 'Tester, Engine', 'nobody-of-that-name'),
	];
	const role = 'Engine';

	test.each([
		{ change: { managerRole: 'Manager, Engine' }, why: 'by role' },
		{ change: { manager: 'kim' }, why: 'by slug' },
	])('are all who fit, without the manager $why and the reports', ({ change }) => {
		expect(namesOf(people, someCounterparts({ role, ...change }))).toEqual([
			'writer',
			'fay',
			'joe',
			'tester',
		]);
	});

	test('are without the reports of every other manager that is named, but with those managers', () => {
		const change = { managerRole: 'Manager, Engine', otherManagerRoles: 'Manager, Wheel' };
		expect(namesOf(people, someCounterparts({ role: 'Engine|Wheel', ...change }))).toEqual([
			'writer',
			'eve',
			'ivy',
			'tester',
		]);
	});

	test('are without the reports of a manager who has left the list', () => {
		const left = people.filter(({ name }) => name !== 'kim');
		expect(namesOf(left, someCounterparts({ role, manager: 'kim' }))).not.toContain('bob');
	});

	test('are all who fit when nobody is the manager, or the manager has no slug', () => {
		const all = ['writer', 'kim', 'bob', 'fay', 'joe', 'tester'];
		expect(namesOf(people, someCounterparts({ role, managerRole: 'Manager, Brake' }))).toEqual(all);
		const headless = people.map((one) => (one.name === 'kim' ? { ...one, slug: null } : one));
		const others = all.filter((name) => name !== 'kim');
		expect(namesOf(headless, someCounterparts({ role, managerRole: 'Manager, Engine' }))).toEqual(
			others,
		);
	});

	test('are nobody when no role fits', () => {
		const none = someCounterparts({ role: 'Rocket', managerRole: 'Manager' });
		expect(namesOf(people, none)).toEqual([]);
	});
});

describe('a team by departments', () => {
	const inTeam = (name: string, ...departments: string[]) => ({
		...person(name, 'Engineer'),
		departments,
	});
	const people = [
		inTeam('zoe', 'Development', 'Engine Team'),
		{ ...inTeam('kim', 'Engine Team'), role: 'Manager, Engine' },
		inTeam('ada', 'Wheel Team'),
		inTeam('bob', 'Engine Team Two'),
	];
	const departments = ['Engine Team', 'Wheel Team'];
	const byDepartments = (change: object) =>
		Roster.parse({ id: 'team', title: 'Team', kind: 'team-by-departments', ...change });

	test.each([
		{ change: {}, names: ['ada', 'kim', 'zoe'], why: 'one of them is enough; sorted by name' },
		{
			change: { managerRole: 'Manager' },
			names: ['kim', 'ada', 'zoe'],
			why: 'the manager stands first, and once',
		},
		{ change: { managerRole: 'CEO' }, names: ['ada', 'kim', 'zoe'], why: 'nobody manages them' },
		{ change: { departments: ['engine team'] }, names: [], why: 'names count letter by letter' },
	])('is $names: $why', ({ change, names }) => {
		expect(namesOf(people, byDepartments({ departments, ...change }))).toEqual(names);
	});
});
