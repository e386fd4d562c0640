import { z } from 'zod';
import { Username, WebUrl } from './identifiers.ts';
import { Pattern } from './pattern.ts';
import { eachHasIts } from './refinement.ts';
import { Line, Lines, Positive, Slug } from './values.ts';

const RolePattern = Pattern.min(1, {
	error: 'Empty pattern: it would fit everybody. Expected a regular expression of RE2',
}).meta({ examples: ['Engineering Manager(.*)Engine'] });

const rosterFields = {
	id: Slug.meta({ description: 'What pages refer to.', examples: ['members'] }),
	title: Line.meta({ description: 'The name of the table.', examples: ['Members'] }),
};

const TeamByManagerRole = z.strictObject({
	...rosterFields,
	kind: z.literal('team-by-manager-role').describe('A manager and their reports.'),
	role: RolePattern.describe('The first person with a matching role is the manager.'),
	team: RolePattern.optional().meta({
		description: 'Only reports with a matching role are listed.',
		examples: ['Engine'],
	}),
});

const StableCounterparts = z
	.strictObject({
		...rosterFields,
		kind: z
			.literal('stable-counterparts')
			.describe('People from other teams who work with the team.'),
		role: RolePattern.meta({
			description: "Everyone with a matching role, except the team's manager and their reports.",
			examples: ['Engine'],
		}),
		managerRole: RolePattern.optional().describe(
			"The first person with a matching role is the team's manager. Either this or manager is required.",
		),
		manager: Line.optional().meta({
			description: "The slug of the team's manager in the list.",
			examples: ['ada-example'],
		}),
		otherManagerRoles: RolePattern.optional().meta({
			description: "Reports of managers with a matching role aren't listed either.",
			examples: ['Engineering Manager'],
		}),
	})
	.refine(({ manager, managerRole }) => (manager === undefined) !== (managerRole === undefined), {
		error: 'Unclear manager: expected either managerRole or manager',
	});

const TeamByDepartments = z.strictObject({
	...rosterFields,
	kind: z.literal('team-by-departments').describe('Everyone in a department, by name.'),
	departments: Lines.min(1).meta({
		description: 'Departments or team tags, as the list writes them. One of them is enough.',
		examples: [['Engine Team']],
	}),
	managerRole: RolePattern.optional().describe(
		'The first person with a matching role is the manager, who is listed first.',
	),
});

/** People of the company's list, chosen by their roles, by whom they report to, or by department. */
export const Roster = z.discriminatedUnion('kind', [
	TeamByManagerRole,
	StableCounterparts,
	TeamByDepartments,
]);
export type Roster = z.output<typeof Roster>;

export const Team = z
	.strictObject({
		source: WebUrl.refine((address) => !/^https?:\/\/[^/?#]*@/.test(address), {
			error: 'Address with a name or password in it: expected one that everybody may read',
		}).meta({
			description: 'The list of people, a public YAML file. We never send it the token.',
			examples: ['https://about.gitlab.com/company/team/team.yml'],
		}),
		rosters: z
			.array(Roster)
			.superRefine(eachHasIts('id'))
			.describe('The tables of people. Without any, the list is not downloaded.'),
	})
	.describe(
		"Which people of the company's public list are shown, found by their roles or departments.",
	);
export type Team = z.output<typeof Team>;

/** A line of a roster, cut to what may be published. */
export const RosterRow = z.strictObject({
	/** Id of the roster in `team.yaml`. */
	roster: Slug,
	/** Counted from 1: the rows of a roster are in the order of the list. */
	position: Positive,
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
