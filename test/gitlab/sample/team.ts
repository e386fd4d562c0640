import { compileRe2 } from '#model/re2.ts';
import type { Registry } from '#model/registry.ts';
import type { Roster } from '#model/roster.ts';
import { planted } from '../planted.ts';
import type { WorldPerson } from '../world.ts';
import { names } from './people.ts';

type Hire = (role: string, change?: Partial<WorldPerson>) => WorldPerson;

const reports = ['Staff Backend Engineer', 'Senior Backend Engineer', 'Backend Engineer'] as const;
const counterparts = ['Product Designer', 'Senior Technical Writer', 'Software Engineer in Test'];

/**
 * An invented list of people in which each roster of the registry has somebody.
 *
 * Roles are guessed from the patterns. A roster whose patterns tell no role has nobody.
 */
export function sampleTeam({ team, site }: Registry): WorldPerson[] {
	const list: WorldPerson[] = [];
	const hire: Hire = (role, change = {}) => {
		const person = personOf(list.length, role, change);
		list.push(person);
		return person;
	};
	const chief = hire('Chief Sample Officer');
	for (const roster of team.rosters) {
		if (roster.kind === 'team-by-manager-role') hireTeam(roster, site.team, chief, hire);
	}
	for (const roster of team.rosters) {
		if (roster.kind === 'team-by-departments') {
			for (const role of reports) hire(role, { departments: roster.departments });
		}
		if (roster.kind !== 'stable-counterparts') continue;
		for (const title of counterparts) {
			const role = roleThatFits(roster.role, title);
			if (role !== undefined) hire(role, { reportsTo: chief.slug });
		}
	}
	return list;
}

function hireTeam(
	{ role, team }: Extract<Roster, { kind: 'team-by-manager-role' }>,
	name: string,
	{ slug: chief }: WorldPerson,
	hire: Hire,
): void {
	const managerRole = roleThatFits(role);
	if (managerRole === undefined) return;
	const { slug: manager } = hire(managerRole, { reportsTo: chief });
	const roleOf = (title: string) =>
		team === undefined ? linked(`${title}, ${name}`) : roleThatFits(team, title);
	for (const title of reports) {
		const own = roleOf(title);
		if (own !== undefined) hire(own, { reportsTo: manager });
	}
	hire(roleOf('Intermediate Backend Engineer') ?? '', {
		name: 'New Vacancy - Backend Engineer',
		reportsTo: manager,
		gitlab: null,
		isVacancy: true,
	});
}

function personOf(index: number, role: string, change: Partial<WorldPerson>): WorldPerson {
	const round = Math.floor(index / names.length);
	const name = `${names[index % names.length] ?? names[0]}${round === 0 ? '' : ` ${String(round + 1)}`}`;
	const slug = name.toLowerCase().replaceAll(' ', '-');
	return {
		slug,
		name,
		role,
		reportsTo: null,
		gitlab: `sample-${slug}`,
		isVacancy: false,
		departments: ['Sample Department'],
		...change,
		more: {
			email: `${slug}.${planted.email}`,
			locality: planted.locality,
			country: 'Planted',
			projects: { sample: ['reviewer', 'trainee_maintainer'] },
			story: `${planted.story}: long ago.\nAnd later.\n`,
		},
	};
}

/** A role that a pattern fits, as a link, with words behind the link, or plain. */
function roleThatFits(pattern: string, title?: string): string | undefined {
	const fits = compileRe2(pattern);
	const words = wordsOf(pattern);
	const guesses =
		title === undefined
			? [linked(words), words]
			: [`${linked(title)}, ${words}`, linked(`${title}, ${words}`), `${title}, ${words}`, words];
	return guesses.find(fits);
}

function linked(words: string): string {
	return `<a href="/job-families/">${words}</a>`;
}

/** What a pattern says in plain words: its first alternative, without the signs. */
function wordsOf(pattern: string): string {
	const [first = ''] = pattern.replaceAll(/\(\?[a-zA-Z-]+\)/g, '').split('|');
	return first
		.replaceAll(/\(?\.[*+]\??\)?/g, ', ')
		.replaceAll(/\[\^?(.)[^\]]*\]/g, '$1')
		.replaceAll(/\\(\W)/g, '$1')
		.replaceAll(/[()^$?*+]/g, '');
}
