import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RawGroup, RawIssue, RawMember, RawMilestone, RawProject } from '#gitlab/parse/raw.ts';
import {
	isPerson,
	toBasicFacts,
	toGroup,
	toIssue,
	toMember,
	toMilestone,
} from '#gitlab/parse/to-model.ts';
import { GroupPath } from '#model/identifiers.ts';
import { Issue } from '#model/issue.ts';
import { Group, Member } from '#model/member.ts';
import { Milestone } from '#model/milestone.ts';
import { InvalidDataError } from '#model/parse.ts';
import { ProjectFacts } from '#model/project.ts';

const group = GroupPath.parse('platform');
const address = 'https://gitlab.example/platform/billing-api/-/issues/12';

describe('a project', () => {
	const short = {
		id: 7,
		path_with_namespace: 'platform/billing-api',
		description: 'Writes the bills',
		web_url: 'https://gitlab.example/platform/billing-api',
		topics: ['rails', 'billing'],
		default_branch: 'main',
		star_count: 3,
		last_activity_at: '2026-03-01T08:00:00.000Z',
	};
	const facts = {
		id: 7,
		path: 'platform/billing-api',
		description: 'Writes the bills',
		webUrl: 'https://gitlab.example/platform/billing-api',
		topics: ['billing', 'rails'],
		defaultBranch: 'main',
		stars: 3,
		archived: null,
		lastActivityAt: '2026-03-01T08:00:00Z',
		hidesCode: false,
	};

	test('in its short form does not tell whether it is archived', () => {
		expect(toBasicFacts(RawProject.parse(short))).toEqual(facts);
	});

	test('in its full form does', () => {
		const full = RawProject.parse({ ...short, archived: false, visibility: 'public' });
		expect(toBasicFacts(full)).toEqual({ ...facts, archived: false });
	});

	test.each([
		{ default_branch: undefined, hidesCode: true, why: 'GitLab does not name it to strangers' },
		{ default_branch: null, hidesCode: false, why: 'the repository is empty' },
	])('has no default branch: $why', ({ default_branch, hidesCode }) => {
		const raw = RawProject.parse({ ...short, default_branch });
		expect(toBasicFacts(raw)).toMatchObject({ defaultBranch: null, hidesCode });
	});
});

describe('an issue belongs to the project', () => {
	test('that its reference names', () => {
		const raw = RawIssue.parse({ iid: 12, references: { full: 'platform/billing-api#12' } });
		expect(toIssue(raw).project).toBe('platform/billing-api');
	});

	test.each([
		{ says: {}, why: 'it says nothing' },
		{ says: { references: { full: '#12' } }, why: 'the reference is short' },
		{ says: { references: { full: 'billing-api#12' } }, why: 'the reference has no full path' },
		{
			says: { web_url: 'https://host.example/gitlab/platform/billing-api/-/issues/12' },
			why: 'its address alone does not tell where the path of the instance ends',
		},
	])('or there is an error: $why', ({ says }) => {
		const raw = RawIssue.parse({ iid: 12, title: 'Not to be quoted', ...says });
		expect(() => toIssue(raw)).toThrow(InvalidDataError);
		expect(() => toIssue(raw)).toThrow(/^(?!.*quoted).*issue 12/s);
	});
});

describe('an issue', () => {
	const references = { full: 'platform/billing-api#12' };

	test('keeps what pages and rules read, with sorted labels', () => {
		const raw = RawIssue.parse({
			iid: 12,
			references,
			title: 'Send the bills again',
			state: 'opened',
			labels: ['workflow::in dev', 'Deliverable'],
			milestone: { title: '18.6', id: 5 },
			weight: 0,
			health_status: 'at_risk',
			due_date: '2026-03-06',
			created_at: '2026-01-02T09:30:00.123+01:00',
			updated_at: 'yesterday',
			web_url: address,
		});
		expect(toIssue(raw)).toEqual({
			project: 'platform/billing-api',
			iid: 12,
			title: 'Send the bills again',
			state: 'opened',
			labels: ['Deliverable', 'workflow::in dev'],
			milestone: '18.6',
			weight: 0,
			healthStatus: 'at_risk',
			dueDate: '2026-03-06',
			createdAt: '2026-01-02T08:30:00Z',
			updatedAt: null,
			webUrl: address,
		});
	});

	test('without title says so', () => {
		expect(toIssue(RawIssue.parse({ iid: 12, references })).title).toBe('(no title)');
	});
});

describe('who counts as a person', () => {
	test.each([
		{ raw: { username: 'ada.example' }, is: true, why: 'an ordinary name' },
		{ raw: { username: 'talbot' }, is: true, why: 'a name that ends like a bot' },
		{ raw: { username: 'bot_anist' }, is: true, why: 'a name that begins like a bot' },
		{ raw: { username: 'project_manager' }, is: true, why: 'not the name of a project bot' },
		{ raw: { username: 'project_7_bot' }, is: false, why: 'of a project token' },
		{ raw: { username: 'project_7_bot_0a1b2c' }, is: false, why: 'of a newer project token' },
		{ raw: { username: 'group_42_bot1' }, is: false, why: 'of a group token' },
		{ raw: { username: 'example-bot' }, is: false, why: 'a bot by name' },
		{ raw: { username: 'Example-Bot' }, is: false, why: 'a bot by name, in capitals' },
		{ raw: { username: 'example_bot' }, is: false, why: 'a bot by name, other line' },
		{ raw: { username: 'bot' }, is: false, why: 'a bot by its whole name' },
		{ raw: { username: 'service_account_group_42_abc' }, is: false, why: 'a service account' },
		{ raw: { username: 'ghost' }, is: false, why: 'who stands for accounts that are gone' },
		{ raw: { username: 'ada', state: 'blocked' }, is: false, why: 'blocked' },
		{ raw: { username: 'ada', state: 'deactivated' }, is: false, why: 'deactivated' },
		{ raw: { username: 'ada', state: 'banned' }, is: false, why: 'banned' },
		{ raw: { username: 'ada', state: 'ldap_blocked' }, is: false, why: 'blocked elsewhere' },
		{ raw: { username: 'ada', state: undefined }, is: false, why: 'GitLab does not say' },
		{ raw: { username: 'ada', membership_state: 'awaiting' }, is: false, why: 'not yet a member' },
		{ raw: { username: 'ada', membership_state: 'active' }, is: true, why: 'a member' },
		{ raw: { username: 'ada', membership_state: null }, is: true, why: 'a tier without that' },
	])('$raw: $is, $why', ({ raw, is }) => {
		expect(isPerson(RawMember.parse({ state: 'active', ...raw }))).toBe(is);
	});
});

test('a member without a name goes by the username', () => {
	expect(toMember(RawMember.parse({ username: 'ada.example' }), group)).toEqual({
		group: 'platform',
		username: 'ada.example',
		name: 'ada.example',
		webUrl: null,
	});
});

test('a group keeps the path of the registry', () => {
	const raw = RawGroup.parse({ id: 1, name: 'Platform', web_url: 'https://gitlab.example/x' });
	expect(toGroup(raw, group)).toEqual({
		path: 'platform',
		visible: true,
		name: 'Platform',
		webUrl: 'https://gitlab.example/x',
	});
});

describe('whatever GitLab answers, a snapshot can be read again', () => {
	const value = fc.oneof(
		fc.constantFrom(
			undefined,
			'2026-03-06',
			'9999-12-31T23:59:59-14:00',
			'0000-01-01T00:00:00+14:00',
			'https://gitlab.example/a/b/-/issues/1',
			'https:gitlab',
			'main',
			'',
			0,
			-0,
			3,
			true,
		),
		fc.jsonValue({ maxDepth: 2 }).map((json) => JSON.parse(JSON.stringify(json)) as unknown),
	);
	const BasicFacts = ProjectFacts.omit({
		license: true,
		licenseUrl: true,
		languages: true,
		latestVersion: true,
		upcomingRelease: true,
		pipeline: true,
		releaseDates: true,
		toolPins: true,
		codeowners: true,
		unreadFiles: true,
		hidden: true,
	});
	const references = { full: 'platform/billing-api#1' };

	test.each([
		{
			name: 'project',
			identity: { id: 1, path_with_namespace: 'platform/billing-api' },
			write: (raw: unknown) => {
				const { hidesCode, ...facts } = toBasicFacts(RawProject.parse(raw));
				expect(typeof hidesCode).toBe('boolean');
				return BasicFacts.parse(facts);
			},
			fields: RawProject.shape,
		},
		{
			name: 'issue',
			identity: { iid: 1, references },
			write: (raw: unknown) => Issue.parse(toIssue(RawIssue.parse(raw))),
			fields: RawIssue.shape,
		},
		{
			name: 'milestone',
			identity: { title: '18.6' },
			write: (raw: unknown) => Milestone.parse(toMilestone(RawMilestone.parse(raw))),
			fields: RawMilestone.shape,
		},
		{
			name: 'group',
			identity: { id: 1 },
			write: (raw: unknown) => Group.parse(toGroup(RawGroup.parse(raw), group)),
			fields: RawGroup.shape,
		},
		{
			name: 'member',
			identity: { username: 'ada.example' },
			write: (raw: unknown) => Member.parse(toMember(RawMember.parse(raw), group)),
			fields: RawMember.shape,
		},
	])('$name', ({ identity, write, fields }) => {
		const answer = fc.record(Object.fromEntries(Object.keys(fields).map((key) => [key, value])));
		fc.assert(
			fc.property(answer, (fieldsOfIt) => {
				write({ ...fieldsOfIt, ...identity });
			}),
			{ numRuns: 200, seed: 7 },
		);
	});
});
