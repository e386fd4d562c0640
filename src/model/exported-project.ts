import { z } from 'zod';
import { ExportedCheck, ExportedTool } from './exported-checks.ts';
import { Address, Count, Instant, Text, Words } from './exported-values.ts';

const State = z.strictObject({
	answer: z
		.enum(['found', 'missing-or-private', 'other-instance', 'not-pulled'])
		.describe(
			'What GitLab answered to a stranger. missing-or-private: it gives the same answer for both. other-instance: on a GitLab that is not asked. not-pulled: nobody has asked yet.',
		),
	moved: z
		.boolean()
		.nullable()
		.describe('true: GitLab has it at another path, currentPath. null: unknown.'),
	archived: z.boolean().nullable().describe('As GitLab says. null: unknown, not false.'),
	declaredArchived: z.boolean().describe('true: the team has said that it is archived.'),
	deprecated: z.boolean().describe('true: the team has said that it is on its way out.'),
	private: z.boolean().describe('true: the team has said that strangers cannot see it.'),
});

const Version = z.strictObject({
	kind: z
		.enum(['release', 'tag'])
		.describe('tag: the project makes no releases, so this is its highest tag.'),
	tag: Words.describe('As GitLab has it, such as v1.2.3.'),
	releasedAt: Instant.nullable().describe(
		'null: GitLab gave no date. Of an upcoming release: the date to come.',
	),
});

const LatestVersion = Version.extend({
	ageDays: Count.nullable().describe(
		'Whole days from releasedAt to the day of the snapshot. null: there is no date; not 0 days.',
	),
});

const Pipeline = z.strictObject({
	status: Words.describe("GitLab's word, such as success, failed or running. It may get new ones."),
	updatedAt: Instant.nullable().describe('null: GitLab gave no date.'),
	webUrl: Address.nullable().describe('null: GitLab gave no address.'),
});

const Group = z.strictObject({
	id: Words.describe('Stays the same.'),
	title: Words.describe('The name for people.'),
});

/** Where several things can be the reason of a `null`, `hidden` tells which. */
const absent = 'null: it has none, or strangers cannot see it; hidden and state say which.';

export const ExportedProject = z.strictObject({
	path: Words.describe('Its path as the team declares it. It names the row: use it to look it up.'),
	earlierPaths: z
		.array(Words)
		.describe('Paths at which the team declared it before: its badge is still at these, too.'),
	name: Words.describe('What the team calls it.'),
	group: Group.describe('The group of the inventory.'),
	category: Group.nullable().describe('The category within the group. null: it is in none.'),
	page: Address.describe('Its page in the handbook.'),
	badge: Address.describe('An image (SVG) that says what its checks have found.'),
	webUrl: Address.nullable().describe('Its page on GitLab. null: GitLab shows strangers none.'),
	currentPath: Words.nullable().describe(
		'Where GitLab has it now. Differs from path when it has moved. null: unknown.',
	),
	state: State.describe('What has become of it, from GitLab and from the team.'),
	hidden: z
		.array(Words)
		.nullable()
		.describe(
			'Parts that GitLab does not show to strangers: code, files, languages, pipelines, releases. What is null because of them is unknown. null: GitLab shows strangers nothing of the project.',
		),
	description: Text.nullable().describe(`As GitLab has it: text, not HTML. ${absent}`),
	defaultBranch: Text.nullable().describe(absent),
	licence: z
		.strictObject({
			name: Text.describe('As GitLab names it.'),
			url: Address.nullable().describe('Its text. null: GitLab gave no address.'),
		})
		.nullable()
		.describe(absent),
	languages: z
		.array(
			z.strictObject({
				name: Text.describe('As GitLab names it.'),
				share: z.number().describe('Percent of the source.'),
			}),
		)
		.nullable()
		.describe('Largest first. Empty: no source that GitLab recognises. null: unknown.'),
	topics: z.array(Text).nullable().describe('Empty: it has none. null: unknown.'),
	latestVersion: LatestVersion.nullable().describe(`The newest version that is out. ${absent}`),
	upcomingRelease: Version.nullable().describe(
		'A release with a date to come. null: none is seen.',
	),
	releaseOverdueAfterDays: z
		.int()
		.positive()
		.nullable()
		.describe('A release older than so many days is overdue. null: no release is expected.'),
	medianDaysBetweenReleases: z
		.number()
		.nonnegative()
		.nullable()
		.describe('Of the newest versions. null: too few dates are seen to tell.'),
	pipeline: Pipeline.nullable().describe(`The newest of the default branch. ${absent}`),
	lastActivityAt: Instant.nullable().describe('As GitLab says, in UTC. null: unknown.'),
	tools: z.array(ExportedTool).describe('Every tool that the team has declared, in its order.'),
	checks: z
		.array(ExportedCheck)
		.describe('What does not apply to the project is absent, and no count has it.'),
	checkCounts: z
		.strictObject({
			holds: Count.describe('Checks that hold.'),
			broken: Count.describe('Checks that are broken.'),
			unknown: Count.describe('Checks that could not be told. They are no failures.'),
			exempt: Count.describe('Checks that are broken, and may be for now.'),
		})
		.describe('How many checks gave which answer.'),
});
export type ExportedProject = z.output<typeof ExportedProject>;
