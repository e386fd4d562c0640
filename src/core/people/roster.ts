import { compareText } from '#model/order.ts';
import { compileRe2 } from '#model/re2.ts';
import type { Roster } from '#model/roster.ts';

/** Somebody in the company's list, as far as it decides who is in a roster. */
export interface Listed {
	readonly name: string | null;
	/** What others name in `reportsTo`. `null`: nobody can report to them. */
	readonly slug: string | null;
	/** As the list has it, often HTML: patterns are tried on that text. `null` fits no pattern. */
	readonly role: string | null;
	/** Slug of the manager. It may name nobody. */
	readonly reportsTo: string | null;
	/** Departments and team tags. */
	readonly departments: readonly string[];
}

type Kind<Name extends Roster['kind']> = Extract<Roster, { kind: Name }>;

/**
 * The people of a roster, in the order of the list, or by name where they are those of a department.
 * A team's manager comes before the team.
 */
export function findRoster<Person extends Listed>(
	people: readonly Person[],
	roster: Roster,
): Person[] {
	switch (roster.kind) {
		case 'team-by-manager-role':
			return findTeam(people, roster);
		case 'stable-counterparts':
			return findCounterparts(people, roster);
		case 'team-by-departments':
			return findDepartments(people, roster);
	}
}

function findTeam<Person extends Listed>(
	people: readonly Person[],
	{ role, team }: Kind<'team-by-manager-role'>,
): Person[] {
	const manager = people.find(whoseRoleFits(role));
	if (manager === undefined) return [];
	const reports = people.filter(
		(person) => person !== manager && reportsToOneOf(person, [manager.slug]),
	);
	return [manager, ...(team === undefined ? reports : reports.filter(whoseRoleFits(team)))];
}

function findCounterparts<Person extends Listed>(
	people: readonly Person[],
	{ role, managerRole, manager: slug, otherManagerRoles }: Kind<'stable-counterparts'>,
): Person[] {
	const manager = people.find(
		managerRole === undefined ? (person) => person.slug === slug : whoseRoleFits(managerRole),
	);
	const others =
		otherManagerRoles === undefined ? [] : people.filter(whoseRoleFits(otherManagerRoles));
	// A manager who is named by slug may have left the list while the reports still name them.
	const bosses = [slug ?? manager?.slug ?? null, ...others.map((other) => other.slug)];
	return people
		.filter(whoseRoleFits(role))
		.filter((person) => person !== manager && !reportsToOneOf(person, bosses));
}

function findDepartments<Person extends Listed>(
	people: readonly Person[],
	{ departments, managerRole }: Kind<'team-by-departments'>,
): Person[] {
	const manager = managerRole === undefined ? undefined : people.find(whoseRoleFits(managerRole));
	const members = people
		.filter((person) => person !== manager)
		.filter((person) => person.departments.some((one) => departments.includes(one)))
		.toSorted((a, b) => compareText(a.name ?? '', b.name ?? ''));
	return manager === undefined ? members : [manager, ...members];
}

function whoseRoleFits(pattern: string): (person: Listed) => boolean {
	const fits = compileRe2(pattern);
	return ({ role }) => role !== null && fits(role);
}

function reportsToOneOf({ reportsTo }: Listed, slugs: readonly (string | null)[]): boolean {
	return reportsTo !== null && slugs.includes(reportsTo);
}
