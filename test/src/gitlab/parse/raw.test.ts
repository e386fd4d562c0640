import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import {
	RawGroup,
	RawIssue,
	RawLanguages,
	RawMember,
	RawMilestone,
	RawPipeline,
	RawProject,
	RawRelease,
	RawTag,
	RawTags,
	RawTree,
} from '#gitlab/parse/raw.ts';

const project = { id: 7, path_with_namespace: 'platform/billing-api' };
const issue = { iid: 12 };
const member = { username: 'ada.example' };

describe('a row without identity is no row', () => {
	test.each<{ schema: z.ZodType; row: unknown; why: string }>([
		{ schema: RawProject, row: { ...project, id: undefined }, why: 'a project without number' },
		{ schema: RawProject, row: { ...project, id: '7' }, why: 'a number that is a text' },
		{ schema: RawProject, row: { id: 7 }, why: 'a project without path' },
		{ schema: RawProject, row: { ...project, path_with_namespace: 'billing' }, why: 'no group' },
		{ schema: RawIssue, row: { title: 'No number' }, why: 'an issue without number' },
		{ schema: RawIssue, row: { iid: 0 }, why: 'a number that no issue has' },
		{ schema: RawMilestone, row: { title: ' ' }, why: 'a milestone without title' },
		{ schema: RawTag, row: { commit: {} }, why: 'a tag without name' },
		{ schema: RawGroup, row: { name: 'Platform' }, why: 'a group without number' },
		{ schema: RawMember, row: { name: 'Ada Example' }, why: 'a member without username' },
		{ schema: RawMember, row: { username: 'no/name' }, why: 'a username that would break links' },
		{ schema: RawMember, row: [], why: 'a list' },
		{ schema: RawMember, row: null, why: 'nothing' },
	])('$why', ({ schema, row }) => {
		expect(schema.safeParse(row).success).toBe(false);
	});
});

test('a tag or file that cannot be read is left out of what tells about a project', () => {
	expect(RawTags.parse([{ commit: {} }, { name: 'v1.0.0' }])).toMatchObject([{ name: 'v1.0.0' }]);
	expect(RawTree.parse([null, { type: 'blob' }, { type: 'blob', path: 'a' }])).toHaveLength(1);
});

test('a username may begin with a dot, as every path on GitLab', () => {
	expect(RawMember.parse({ username: '.ada' }).username).toBe('.ada');
});

describe('identity alone is enough', () => {
	test.each<{ schema: z.ZodType; row: object; parsed: object }>([
		{
			schema: RawProject,
			row: project,
			parsed: {
				...project,
				description: null,
				web_url: null,
				topics: [],
				license: null,
				license_url: null,
				star_count: null,
				last_activity_at: null,
				archived: null,
				visibility: null,
				shared_with_groups: null,
				releases_access_level: null,
				builds_access_level: null,
				public_jobs: null,
			},
		},
		{
			schema: RawIssue,
			row: issue,
			parsed: {
				...issue,
				title: null,
				state: 'unknown',
				labels: [],
				milestone: null,
				iteration: null,
				weight: null,
				health_status: null,
				due_date: null,
				confidential: true,
				assignees: [],
				moved_to_id: null,
				created_at: null,
				updated_at: null,
				web_url: null,
				references: null,
			},
		},
		{
			schema: RawMilestone,
			row: { title: '18.6' },
			parsed: { title: '18.6', start_date: null, due_date: null, state: 'unknown', web_url: null },
		},
		{
			schema: RawMember,
			row: member,
			parsed: { ...member, name: null, state: 'unknown', membership_state: null, web_url: null },
		},
		{
			schema: RawRelease,
			row: {},
			parsed: { tag_name: null, released_at: null, upcoming_release: null },
		},
		{
			schema: RawTag,
			row: { name: 'v1' },
			parsed: { name: 'v1', created_at: null, commit: { committed_date: null } },
		},
		{
			schema: RawPipeline,
			row: { id: 1 },
			parsed: { status: 'unknown', updated_at: null, web_url: null },
		},
	])('$row', ({ schema, row, parsed }) => {
		expect(schema.parse(row)).toEqual(parsed);
	});
});

describe('another type than expected becomes null, and the row stays', () => {
	test.each<{ schema: z.ZodType; row: object; field: string; values: unknown[]; none?: unknown }>([
		{ schema: RawProject, row: project, field: 'description', values: [7, {}, '', ' \n '] },
		{ schema: RawProject, row: project, field: 'topics', values: ['go', null, [7]], none: [] },
		{ schema: RawProject, row: project, field: 'default_branch', values: [7, [], ''] },
		{ schema: RawProject, row: project, field: 'license', values: ['MIT', {}, { name: '' }] },
		{ schema: RawProject, row: project, field: 'star_count', values: ['3', -1, 1.5] },
		{ schema: RawProject, row: project, field: 'archived', values: ['false', 0] },
		{ schema: RawIssue, row: issue, field: 'title', values: [7, [], ''] },
		{ schema: RawIssue, row: issue, field: 'labels', values: [null, 'a,b', [7]], none: [] },
		{ schema: RawIssue, row: issue, field: 'milestone', values: ['18.6', [], { title: '' }] },
		{ schema: RawIssue, row: issue, field: 'weight', values: ['3', -1, 0.5, 1e300] },
		{ schema: RawIssue, row: issue, field: 'health_status', values: [1, ''] },
		{ schema: RawIssue, row: issue, field: 'references', values: ['a/b#1', { full: 1 }] },
		{ schema: RawIssue, row: issue, field: 'state', values: [1, null, ''], none: 'unknown' },
		{ schema: RawMember, row: member, field: 'name', values: [1, '\t'] },
		{ schema: RawRelease, row: {}, field: 'tag_name', values: [1, ''] },
		{ schema: RawRelease, row: {}, field: 'upcoming_release', values: ['true', 1] },
		{ schema: RawPipeline, row: {}, field: 'status', values: [1, null, ''], none: 'unknown' },
		{
			schema: RawTag,
			row: { name: 'v1' },
			field: 'commit',
			values: [null, 'abc', [], { committed_date: 7 }],
			none: { committed_date: null },
		},
	])('$field', ({ schema, row, field, values, none = null }) => {
		for (const value of values) {
			expect(schema.parse({ ...row, [field]: value }), JSON.stringify(value)).toMatchObject({
				[field]: none,
			});
		}
	});
});

test('a default branch that is not named at all differs from none', () => {
	expect(RawProject.parse(project).default_branch).toBeUndefined();
	expect(RawProject.parse({ ...project, default_branch: null }).default_branch).toBeNull();
});

test('texts come on one line', () => {
	const { description } = RawProject.parse({
		...project,
		description: '  Writes\r\n\tthe  bills ',
	});
	expect(description).toBe('Writes the bills');
});

test.each([
	['Ask ada@example.com.', 'Ask [e-mail].'],
	['Mail <ada.b+c@mail.example.com>, or not', 'Mail <[e-mail]>, or not'],
	['Owned by @platform', 'Owned by @platform'],
])('a description tells no address: %s', (given, told) => {
	expect(RawProject.parse({ ...project, description: given }).description).toBe(told);
});

describe('an instant of any zone becomes one of UTC, to the second', () => {
	test.each([
		{ given: '2026-02-19T08:00:00.000Z', instant: '2026-02-19T08:00:00Z', why: "GitLab's form" },
		{ given: '2026-02-19T08:00:00.999Z', instant: '2026-02-19T08:00:00Z', why: 'cut, not rounded' },
		{ given: '2026-02-19T08:00:00Z', instant: '2026-02-19T08:00:00Z', why: 'no fraction' },
		{ given: '2026-02-19T00:30:00.000+02:00', instant: '2026-02-18T22:30:00Z', why: 'east' },
		{ given: '2026-12-31T20:00:00-07:00', instant: '2027-01-01T03:00:00Z', why: 'west' },
		{ given: '2026-02-19', instant: null, why: 'a day is no instant' },
		{ given: '2026-02-30T08:00:00Z', instant: null, why: 'no such day' },
		{ given: '9999-12-31T23:59:59-01:00', instant: null, why: 'a year that no file may hold' },
		{ given: '2026-02-19 08:00:00 UTC', instant: null, why: 'another form' },
		{ given: 1_771_488_000, instant: null, why: 'a number' },
		{ given: null, instant: null, why: 'not known' },
	])('$given: $why', ({ given, instant }) => {
		expect(RawRelease.parse({ released_at: given }).released_at).toBe(instant);
	});
});

describe('a day is one of the calendar', () => {
	test.each([
		{ given: '2026-03-06', day: '2026-03-06', why: "GitLab's form" },
		{ given: '2026-02-29', day: null, why: 'no such day' },
		{ given: '2026-03-06T00:00:00Z', day: null, why: 'an instant has a zone, a day has none' },
		{ given: '06.03.2026', day: null, why: 'another form' },
	])('$given: $why', ({ given, day }) => {
		expect(RawMilestone.parse({ title: '18.6', due_date: given }).due_date).toBe(day);
	});
});

describe('an address that may become a link is one of the web', () => {
	test.each([
		{ given: 'https://gitlab.example/platform', taken: true },
		{ given: 'http://gitlab.example/platform', taken: true },
		{ given: 'javascript:alert(1)', taken: false },
		{ given: 'data:text/html,<script>', taken: false },
		{ given: '/platform', taken: false },
		{ given: '', taken: false },
		{ given: null, taken: false },
	])('$given: $taken', ({ given, taken }) => {
		expect(RawGroup.parse({ id: 1, web_url: given }).web_url).toBe(taken ? given : null);
	});
});

describe('labels are names', () => {
	test.each([
		{ labels: ['Deliverable', 'group::platform'], why: 'as names' },
		{
			labels: [{ name: 'Deliverable', color: '#fff' }, { name: 'group::platform' }],
			why: 'as objects, with details',
		},
	])('$why', ({ labels }) => {
		expect(RawIssue.parse({ ...issue, labels }).labels).toEqual(['Deliverable', 'group::platform']);
	});
});

describe('an issue is public only when GitLab says so', () => {
	test.each([
		{ given: { confidential: false }, confidential: false },
		{ given: { confidential: true }, confidential: true },
		{ given: {}, confidential: true },
		{ given: { confidential: null }, confidential: true },
		{ given: { confidential: 'false' }, confidential: true },
		{ given: { confidential: 0 }, confidential: true },
	])('$given', ({ given, confidential }) => {
		expect(RawIssue.parse({ ...issue, ...given }).confidential).toBe(confidential);
	});
});

test('a word that we do not know is kept', () => {
	expect(RawIssue.parse({ ...issue, state: 'locked', health_status: 'doomed' })).toMatchObject({
		state: 'locked',
		health_status: 'doomed',
	});
	expect(RawPipeline.parse({ status: 'waiting_for_callback' }).status).toBe('waiting_for_callback');
	expect(RawMilestone.parse({ title: '18.6', state: 'paused' }).state).toBe('paused');
});

describe('languages are shares by name', () => {
	test.each([
		{ given: { Go: 97.1, Shell: 2.9 }, taken: { Go: 97.1, Shell: 2.9 }, why: "GitLab's form" },
		{ given: {}, taken: {}, why: 'an empty repository' },
		{ given: { Go: 97.1, C: '3' }, taken: { Go: 97.1, C: null }, why: 'a share that is none' },
	])('$why', ({ given, taken }) => {
		expect(RawLanguages.parse(given)).toEqual(taken);
	});
});

describe('what must not be published does not come in', () => {
	test.each<{ schema: z.ZodType; row: object; secret: object }>([
		{
			schema: RawProject,
			row: project,
			secret: { runners_token: 'secret', shared_with_groups: [{ group_name: 'secret' }] },
		},
		{
			schema: RawIssue,
			row: issue,
			secret: { description: 'secret', author: { public_email: 'secret' }, assignees: ['secret'] },
		},
		{ schema: RawMember, row: member, secret: { email: 'secret', created_by: { name: 'secret' } } },
		{ schema: RawTag, row: { name: 'v1' }, secret: { commit: { author_email: 'secret' } } },
		{ schema: RawRelease, row: {}, secret: { description: 'secret', author: { name: 'secret' } } },
		{ schema: RawPipeline, row: { status: 'failed' }, secret: { user: { name: 'secret' } } },
		{ schema: RawGroup, row: { id: 1 }, secret: { runners_token: 'secret' } },
	])('$secret', ({ schema, row, secret }) => {
		expect(JSON.stringify(schema.parse({ ...row, ...secret }))).not.toContain('secret');
	});
});
