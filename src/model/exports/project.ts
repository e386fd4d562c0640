import { z } from 'zod';
import { ExportedCheck, ExportedTool } from './checks.ts';
import { Address, asColumn, Count, Instant, Text, Words } from './values.ts';

export const State = z.strictObject({
	answer: z
		.enum(['found', 'missing-or-private', 'other-instance', 'not-pulled'])
		.describe(
			'What GitLab answers without signing in. missing-or-private: it gives the same answer for both. other-instance: on another GitLab, from which we do not pull. not-pulled: not pulled yet.',
		),
	moved: z
		.boolean()
		.nullable()
		.describe('true: GitLab has it at another path, currentPath. null: unknown.')
		.register(asColumn, { meaning: 'GitLab has it at another path.' }),
	archived: z
		.boolean()
		.nullable()
		.describe('As GitLab says. null: unknown, not false.')
		.register(asColumn, { meaning: 'Whether it is archived on GitLab. Empty: not known.' }),
	declaredArchived: z.boolean().describe('true: the team has said that it is archived.'),
	deprecated: z.boolean().describe('true: the team has said that it is on its way out.'),
	private: z.boolean().describe('true: the team has said that only members can see it.'),
});

const Version = z.strictObject({
	kind: z
		.enum(['release', 'tag'])
		.describe('tag: the project makes no releases, so this is its highest tag.')
		.register(asColumn, {
			name: 'latest_version_kind',
			meaning: 'release, or tag where no releases are made.',
		}),
	tag: Words.describe('As GitLab has it, such as v1.2.3.'),
	releasedAt: Instant.nullable()
		.describe('null: GitLab gave no date. For an upcoming release: the planned date.')
		.register(asColumn, { meaning: 'When the latest version came out.' }),
});

export const LatestVersion = Version.extend({
	ageDays: Count.nullable()
		.describe(
			'Whole days from releasedAt to the day of the snapshot. null: there is no date; not 0 days.',
		)
		.register(asColumn, {
			meaning: 'Age of the latest version in days, on the day of the snapshot.',
		}),
});

export const Pipeline = z.strictObject({
	status: Words.describe("GitLab's word, such as success, failed or running. It may get new ones."),
	updatedAt: Instant.nullable()
		.describe('null: GitLab gave no date.')
		.register(asColumn, { name: 'pipeline_at', meaning: 'When that pipeline changed last.' }),
	webUrl: Address.nullable().describe('null: GitLab gave no address.'),
});

const Group = z.strictObject({
	id: Words.describe('Stays the same.'),
	title: Words.describe('The name for people.'),
});

function countOf(answer: ExportedCheck['answer'], what: string) {
	const meaning = `How many checks have the answer "${answer}".`;
	return Count.describe(what).register(asColumn, { meaning });
}

export const CheckCounts = z.strictObject({
	holds: countOf('holds', 'Checks that pass.'),
	broken: countOf('broken', 'Checks that fail.'),
	unknown: countOf('unknown', "Checks we couldn't run. They don't count as failed."),
	exempt: countOf('exempt', 'Checks that fail, and may for now.'),
});

/** Where several things can be the reason of a `null`, other fields tell which. */
const absent =
	'null: it has none, it is not visible without signing in, or GitLab failed to answer; hidden, unanswered and state say which.';

export const ExportedProject = z.strictObject({
	path: Words.describe(
		'Its path as the team declares it. It names the row: use it to look it up.',
	).register(asColumn, { meaning: 'The path that the team declares: look rows up by it.' }),
	earlierPaths: z
		.array(Words)
		.describe('Paths at which the team declared it before: its badge is still at these, too.'),
	name: Words.describe('What the team calls it.'),
	group: Group.describe('The group of the inventory.').register(asColumn, {
		meaning: 'Its group in the inventory.',
	}),
	category: Group.nullable()
		.describe('The category within the group. null: it is in none.')
		.register(asColumn, { meaning: 'Its category there.' }),
	page: Address.describe('Its page in the handbook.'),
	badge: Address.describe('An image (SVG) that says what its checks have found.'),
	webUrl: Address.nullable().describe(
		'Its page on GitLab. null: GitLab shows none without signing in.',
	),
	currentPath: Words.nullable()
		.describe('Where GitLab has it now. Differs from path when it has moved. null: unknown.')
		.register(asColumn, { meaning: 'The path that GitLab has.' }),
	state: State.describe('What has become of it, from GitLab and from the team.'),
	hidden: z
		.array(Words)
		.nullable()
		.describe(
			'Parts that GitLab does not show without signing in: code, files, languages, pipelines, releases. What is null because of them is unknown. null: GitLab shows nothing of the project without signing in.',
		)
		.register(asColumn, { meaning: 'Parts that are not visible without signing in.' }),
	unanswered: z
		.array(
			z.strictObject({
				part: Words.describe(
					'archived (whether it is), languages, pipelines, releases (with tags), or project for all of it.',
				),
				keptFrom: Instant.nullable().describe(
					'When the value that is here was pulled, in UTC. null: there is none, and it is unknown.',
				),
				why: Text.describe('What GitLab answered instead.'),
			}),
		)
		.nullable()
		.describe(
			'Parts that GitLab failed to answer at the last pull, while it answered for other projects. Empty: it answered all. null: GitLab shows nothing of the project without signing in.',
		)
		.register(asColumn, {
			meaning: 'Parts that GitLab failed to answer at the last pull: older, or unknown.',
		}),
	description: Text.nullable()
		.describe(`As GitLab has it: text, not HTML. ${absent}`)
		.register(asColumn, { meaning: 'Its description on GitLab.' }),
	defaultBranch: Text.nullable()
		.describe(absent)
		.register(asColumn, { meaning: 'Its default branch on GitLab.' }),
	licence: z
		.strictObject({
			name: Text.describe('As GitLab names it.'),
			url: Address.nullable().describe('Its text. null: GitLab gave no address.'),
		})
		.nullable()
		.describe(absent)
		.register(asColumn, { meaning: 'The license that GitLab recognizes.' }),
	languages: z
		.array(
			z.strictObject({
				name: Text.describe('As GitLab names it.'),
				share: z.number().describe('Percent of the source.'),
			}),
		)
		.nullable()
		.describe('Largest first. Empty: no source that GitLab recognizes. null: unknown.')
		.register(asColumn, { meaning: 'Languages of its source with their shares, largest first.' }),
	topics: z
		.array(Text)
		.nullable()
		.describe('Empty: it has none. null: unknown.')
		.register(asColumn, { meaning: 'Its topics on GitLab.' }),
	latestVersion: LatestVersion.nullable().describe(`The newest version that is out. ${absent}`),
	upcomingRelease: Version.nullable()
		.describe('A release with a date in the future. null: we see none.')
		.register(asColumn, { meaning: 'A release that is planned and not out.' }),
	releaseOverdueAfterDays: z
		.int()
		.positive()
		.nullable()
		.describe('A release older than so many days is overdue. null: no release is expected.')
		.register(asColumn, { meaning: 'A latest version older than so many days is overdue.' }),
	medianDaysBetweenReleases: z
		.number()
		.nonnegative()
		.nullable()
		.describe('Of the newest versions. null: too few dates are seen to tell.')
		.register(asColumn, {
			meaning: 'Days between one release and the next, the median of the newest.',
		}),
	pipeline: Pipeline.nullable()
		.describe(`The newest of the default branch. ${absent}`)
		.register(asColumn, {
			meaning: "State of the default branch's newest pipeline, in GitLab's word.",
		}),
	lastActivityAt: Instant.nullable()
		.describe('As GitLab says, in UTC. null: unknown.')
		.register(asColumn, { meaning: 'When somebody was last active there, as GitLab notes it.' }),
	tools: z.array(ExportedTool).describe('Every tool that the team has declared, in its order.'),
	checks: z
		.array(ExportedCheck)
		.describe('What does not apply to the project is absent, and no count has it.'),
	checkCounts: CheckCounts.describe('How many checks gave which answer.'),
});
export type ExportedProject = z.output<typeof ExportedProject>;
