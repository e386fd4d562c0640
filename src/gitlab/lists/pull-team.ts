import { findRoster } from '#core/people/roster.ts';
import { Username } from '#model/identifiers.ts';
import type { Registry } from '#model/registry.ts';
import type { RosterRow } from '#model/roster.ts';
import type { OnAttempt } from '#gitlab/transport/call.ts';
import { createCleaner } from '#gitlab/transport/clean.ts';
import type { Requester } from '#gitlab/transport/requester.ts';
import { toRoleText, toRoleUrl } from '#gitlab/parse/role-html.ts';
import { parseTeamYml, type Person } from '#gitlab/parse/team-yml.ts';

interface Source {
	requester: Pick<Requester, 'document'>;
	registry: Pick<Registry, 'team' | 'site'>;
}

/** The rosters of the registry, from the company's list of people, which is asked for once. */
export async function pullTeam(
	{ requester, registry: { team, site } }: Source,
	onAttempt: OnAttempt,
): Promise<RosterRow[]> {
	const people = parseTeamYml(await requester.document(team.source, onAttempt), team.source);
	return team.rosters.flatMap((roster) =>
		findRoster(people, roster).map((person, index) => ({
			roster: roster.id,
			position: index + 1,
			...toPublished(person, site.companyHandbook),
		})),
	);
}

/** YAML and HTML can spell characters that the requester would have taken out. */
const cleaner = createCleaner(undefined);
const toLine = (text: string | null) => cleaner.line(text ?? '');

/** All of a person that leaves this folder. */
function toPublished(
	{ name, role, gitlab, isVacancy }: Person,
	companyHandbook: string | undefined,
): Omit<RosterRow, 'roster' | 'position'> {
	const username = Username.safeParse(gitlab);
	return {
		name: toLine(name) || '(no name)',
		role: toLine(toRoleText(role ?? '')) || null,
		roleUrl: toRoleUrl(role ?? '', companyHandbook),
		username: username.success && !isVacancy ? username.data : null,
		vacancy: isVacancy,
	};
}
