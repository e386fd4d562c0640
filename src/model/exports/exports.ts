import { z } from 'zod';
import { ExportedProject } from './project.ts';
import { ExportHead, ExportStamp, ListStamp } from './file.ts';
import { Instant, Words } from './values.ts';

/*
 * The files that other people's programs read. Adding a field is free; renaming or removing one, or
 * changing what it means, makes a version 2 beside this one. Every description is published.
 */

const SnapshotStamp = ExportStamp.extend({
	pulledAt: Instant.describe(
		'When we last pulled from GitLab, in UTC. Ages are counted to this day.',
	),
	projects: ListStamp.describe('The state of the list that the facts of the projects are from.'),
	groupProjects: ListStamp.describe(
		'The state of the list of all projects of the groups that have to be in the inventory completely.',
	),
	access: ListStamp.describe(
		'The state of the list of who has which access. It needs a token, and is missing without one.',
	),
});

const CheckMeaning = z.strictObject({
	id: Words.describe('The id by which projects have it.'),
	title: Words.describe('The claim in a few words.'),
	claim: Words.describe('What is true when the check passes, as a sentence.'),
	why: Words.describe('Why it matters.'),
});

export const ProjectsExport = ExportHead.extend({
	snapshot: SnapshotStamp.describe('Where the data is from, and how old it is.'),
	checks: z
		.array(CheckMeaning)
		.describe('Every check that there is, in the order of each project.'),
	projects: z.array(ExportedProject).describe('Every declared project, in the order of the paths.'),
}).meta({
	title: 'Projects of the inventory, version 1',
	description:
		'Every project that the team declares, what GitLab shows of it without signing in, and what its checks have found. null is never 0, never "no" and never a failure: each field says what it means there. New fields may be added at any time.',
});
export type ProjectsExport = z.output<typeof ProjectsExport>;
