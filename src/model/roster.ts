import { z } from 'zod';
import { Username, WebUrl } from './identifiers.ts';
import { Pattern } from './pattern.ts';
import { Line, Slug } from './text.ts';

const RolePattern = Pattern.min(1, {
	error: 'Empty pattern: it would fit everybody. Expected a regular expression of RE2',
});

/** A manager, and those who report to them. */
const TeamByManagerRole = z.strictObject({
	id: Slug,
	title: Line,
	kind: z.literal('team-by-manager-role'),
	/** The first person whose role it fits is the manager. */
	role: RolePattern,
	/** Of the reports, only those whose role it fits. */
	team: RolePattern.optional(),
});

/** People of other teams who work with a team. */
const StableCounterparts = z
	.strictObject({
		id: Slug,
		title: Line,
		kind: z.literal('stable-counterparts'),
		role: RolePattern,
		/** The first person whose role it fits is the team's manager. */
		managerRole: RolePattern.optional(),
		/** Or the manager's slug. */
		manager: Line.optional(),
		/** The reports of all whose role it fits are no counterparts either. */
		otherManagerRoles: RolePattern.optional(),
	})
	.refine(({ manager, managerRole }) => (manager === undefined) !== (managerRole === undefined), {
		error: 'Unclear manager: expected either managerRole or manager',
	});

/** People of the company's list, chosen by their roles and by whom they report to. */
export const Roster = z.discriminatedUnion('kind', [TeamByManagerRole, StableCounterparts]);
export type Roster = z.output<typeof Roster>;
export type RosterKind = Roster['kind'];

/** `team.yaml`: the company's list of people, and what is chosen from it. */
export const Team = z.strictObject({
	/** Address of the list, a YAML file that everybody may read. It is never asked with a token. */
	source: WebUrl.refine((address) => !/^https?:\/\/[^/?#]*@/.test(address), {
		error: 'Address with a name or password in it: expected one that everybody may read',
	}),
	/** None: the list is not asked for. */
	rosters: z.array(Roster).superRefine((rosters, context) => {
		rosters.forEach(({ id }, index) => {
			if (rosters.findIndex((other) => other.id === id) === index) return;
			const message = `Doubled id: "${id}" names another roster already. Expected each id once`;
			context.addIssue({ code: 'custom', path: [index, 'id'], message });
		});
	}),
});
export type Team = z.output<typeof Team>;

/** A line of a roster, cut to what may be published. */
export const RosterRow = z.strictObject({
	/** Id of the roster in `team.yaml`. */
	roster: Slug,
	/** Counted from 1: the rows of a roster stand in the order of the list. */
	position: z.int().positive(),
	name: z.string().min(1),
	/** Plain text. `null`: the list says none. */
	role: z.string().min(1).nullable(),
	/** What the company says about the role. `null`: nothing that may become a link. */
	roleUrl: z.url({ protocol: /^https$/ }).nullable(),
	/** On GitLab. `null`: the list says none, or the position is open. */
	username: Username.nullable(),
	/** An open position: the name is no person's. */
	vacancy: z.boolean(),
});
export type RosterRow = z.output<typeof RosterRow>;
