import { z } from 'zod';
import { Exemption } from './checks.ts';
import { ProjectPath } from './identifiers.ts';
import { Count, Lines, Positive, Slug } from './values.ts';

/** The rules that a handbook can state. Pages, exports and registries name them so: never rename one. */
export const ruleIds = [
	'planning-issues-ahead',
	'planning-issues-in-time',
	'planning-issues-covered',
	'candidates-have-priority',
	'candidates-match-milestone',
	'top-priority-present',
	'one-priority',
	'scope-final-in-time',
	'commitments-near',
	'issues-labelled',
	'issues-typed',
	'bugs-triaged',
	'ready-issues-weighted',
	'work-has-health',
	'work-updated',
	'debt-in-flight',
	'work-limited',
	'attention-resolved',
	'risk-resolved',
	'no-workflow-labels',
	'missed-labelled',
	'missed-commitments-labelled',
	'expired-milestones-closed',
	'expired-milestone-empty',
	'milestones-ahead',
	'milestone-days',
	'release-in-time',
	'removals-announced',
	'removals-announced-early',
	'next-major-planned',
	'projects-at-path',
	'projects-declared',
	'projects-maintained',
	'projects-owned',
	'projects-released',
	'tools-aligned',
	'groups-visible',
	'channels-linked-by-id',
	'labels-exist',
	'milestones-exist',
] as const;

export const RuleId = z
	.enum(ruleIds, { error: `Unknown rule: expected one of ${ruleIds.join(', ')}` })
	.meta({ title: 'rule', examples: ['planning-issues-ahead', 'one-priority'] });
export type RuleId = z.output<typeof RuleId>;

/** What a rule takes that no other file of the registry says. Which rule takes what: `npm run check` tells. */
const parameters = {
	days: Count.optional().meta({ description: 'After how many days it counts.', examples: [7] }),
	count: Positive.optional().meta({ description: 'How many there have to be.', examples: [3] }),
	labels: Lines.min(1)
		.optional()
		.meta({ description: 'Labels on GitLab.', examples: [['section::engines']] }),
	scopes: Lines.min(1)
		.optional()
		.meta({ description: 'Scopes of labels: type in type::bug.', examples: [['type']] }),
	workflow: Lines.min(1)
		.optional()
		.meta({
			description: 'Values of the workflow label: in dev in workflow::in dev.',
			examples: [['in dev', 'in review']],
		}),
	project: ProjectPath.optional().describe('A project of projects.yaml.'),
	roles: Lines.min(1)
		.optional()
		.meta({
			description: 'Roles, or parts of their names, as the list of people has them.',
			examples: [['Product Manager', 'Technical Writer']],
		}),
	roster: Slug.optional().meta({
		description: 'Id of a roster of team.yaml.',
		examples: ['members'],
	}),
};
export type RuleParameter = keyof typeof parameters;
export const ruleParameters = Object.keys(parameters).filter(
	(name): name is RuleParameter => name in parameters,
);

export const RuleExemption = Exemption.pick({ reason: true, by: true, until: true });
export type RuleExemption = z.output<typeof RuleExemption>;

/** One entry of `rules.yaml`: a rule that this handbook states. */
export const DeclaredRule = z.strictObject({
	id: RuleId.describe('The rule. Pages show it with this id.'),
	...parameters,
	owner: Exemption.shape.by.optional().meta({
		description: "The role that looks after it, never a person's name.",
		examples: ['product manager'],
	}),
	exempt: RuleExemption.optional().describe('Why it may fail for now, and until when.'),
});
export type DeclaredRule = z.output<typeof DeclaredRule>;
