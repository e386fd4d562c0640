import type { IsoDate } from '#model/identifiers.ts';
import type { Registry } from '#model/registry.ts';
import { planted } from '../planted.ts';
import type { WorldMember, WorldUser } from '../world.ts';
import { addDays, instantOn } from './calendar.ts';
import { idFor, numberFor } from '../seed.ts';

export const names = [
	'Ada Example',
	'Ben Sample',
	'Cleo Placeholder',
	'Dov Specimen',
	'Eli Demo',
	'Fay Fixture',
	'Gus Invented',
	'Hana Example',
	'Ivo Sample',
	'Jo Mockup',
	'Kit Dummy',
	'Lou Standin',
] as const;

/** Owner of every group, so that the token sees all that must not leave. */
export const reader = 'sample-handbook-reader';
/** Nobody of the team. */
export const visitor = 'sample-vic-visitor';
const blocked = 'sample-val-blocked';

/** The invented people who write and do issues. */
export const people: readonly [string, ...string[]] = [
	usernameOf(names[0]),
	...names.slice(1).map(usernameOf),
];

/** Everybody: people, a blocked account, the owner of the token, and each group's bots. */
export function sampleUsers(registry: Registry): WorldUser[] {
	return [
		...names.map((name) => user(usernameOf(name), name)),
		{ ...user(blocked, 'Val Blocked'), state: 'blocked' as const },
		user(reader, 'Handbook Reader'),
		user(visitor, 'Vic Visitor'),
		...registry.people.flatMap(({ path }) => [
			user(botOf(path), 'Release token of the sample'),
			user(serviceAccountOf(path), 'Sample service account'),
		]),
	];
}

/** Seven or more people, a blocked one, a bot and a service account. */
export function sampleMembers(group: string, today: IsoDate): WorldMember[] {
	const count = 7 + numberFor(`members ${group}`, 6);
	const first = numberFor(`first member ${group}`, names.length);
	const chosen = Array.from(
		{ length: count },
		(_, index) => people[(first + index) % people.length] ?? people[0],
	);
	return [...chosen, blocked, botOf(group), serviceAccountOf(group)].map((username) =>
		member(username, username.includes('bot') ? 30 : 40, group, today),
	);
}

export function ownership(group: string, today: IsoDate): WorldMember {
	return member(reader, 50, group, today);
}

function member(username: string, accessLevel: number, group: string, today: IsoDate): WorldMember {
	const key = `${group} ${username}`;
	return {
		username,
		accessLevel,
		createdAt: instantOn(addDays(today, -100 - numberFor(key, 900)), key),
		createdBy: reader,
		expiresAt: null,
	};
}

function user(username: string, name: string): WorldUser {
	const email = `${username}.${planted.email}`;
	return { id: idFor(username), username, name, state: 'active', email, admin: false };
}

function usernameOf(name: string): string {
	return `sample-${name.toLowerCase().replace(' ', '-')}`;
}

function botOf(group: string): string {
	return `project_1_bot_${String(numberFor(group, 1_000_000))}`;
}

function serviceAccountOf(group: string): string {
	return `service_account_group_${String(idFor(group))}_${String(numberFor(group, 1_000_000))}`;
}
