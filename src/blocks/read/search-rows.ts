import { pageOf } from '#block-pages.ts';
import { hasCommitments } from '#core/base/labels.ts';
import { referenceOf, shortReference } from '#core/base/reference-of.ts';
import { findCallers } from '#core/consumers/callers.ts';
import { nameEndpoint } from '#core/consumers/endpoints/endpoint-name.ts';
import { consumerPageAddress, endpointPageAddress } from '#core/publish/exports/addresses.ts';
import { findNeedRows } from '#core/publish/search/need-rows.ts';
import type { SearchKind, SearchRow, SearchRows } from '#core/publish/search/search-rows.ts';
import { toSections } from '#components/inventory/inventory-sections.ts';
import { findMembersShown } from '#components/people/members-shown.ts';
import { consumerStates, describeCalls, endpointStatuses } from '#core/words/consumer-words.ts';
import { formatCount } from '#core/words/formats.ts';
import { milestonePage, projectPage } from '#core/words/links.ts';
import { milestoneTags } from '#core/words/milestone-words.ts';
import {
	describeIssueFound,
	describeMilestoneFound,
	describeProjectFound,
} from '#core/words/search-words.ts';
import { href } from '#href.ts';
import { site } from '#site.ts';
import { siteData } from '#site-data.ts';
import { readProjectChecks } from './checks.ts';
import { readConsumers } from './consumers.ts';
import { readKnownMilestones, type ShownMilestone } from './milestones.ts';
import { readPlan } from './plan.ts';

/** Everything of the data that has a name: each once, with how it is. */
export async function readSearchRows(): Promise<SearchRows> {
	const rows = await Promise.all([
		findProjects(),
		findMilestones(),
		findIssues(),
		findPeople(),
		findApi(),
		findNeeds(),
	]);
	return { rows: rows.flat(), synonyms: site.synonyms };
}

const rowOf = (
	kind: SearchKind,
	title: string,
	page: `/${string}`,
	state: string,
	...names: string[]
): SearchRow => ({ kind, title, url: href(page), state, names });

async function findProjects(): Promise<SearchRow[]> {
	const { today } = await siteData();
	/** In the order of the inventory, what matters most first. */
	const sections = toSections(site.projectGroups, await readProjectChecks());
	return sections
		.flatMap(({ rows }) => rows)
		.map(({ declared, project, checks }) =>
			rowOf(
				'Project',
				declared.name,
				projectPage(declared.path),
				describeProjectFound(project, checks, today),
				declared.path,
				declared.path.split('/').at(-1) ?? '',
			),
		);
}

async function findMilestones(): Promise<SearchRow[]> {
	const isOver = ({ place }: ShownMilestone) => Number(place === 'past');
	/** Who asks for a date means one to come. */
	const sorted = (await readKnownMilestones()).toSorted((a, b) => isOver(a) - isOver(b));
	return sorted.map(({ dated, place }) =>
		rowOf(
			'Milestone',
			`Milestone ${dated.title}`,
			milestonePage(dated.title),
			describeMilestoneFound(milestoneTags[place].word, dated.dates),
			dated.title,
		),
	);
}

async function findIssues(): Promise<SearchRow[]> {
	const { registry } = await siteData();
	const [{ current, next }, roadmap] = [await readPlan(), await pageOf('CurrentMilestone')];
	const milestones = current ? [current, ...next] : next;
	return milestones.flatMap(({ groups }) =>
		groups
			.flatMap(({ issues }) => issues)
			.flatMap((one) => {
				const url = one.issue.webUrl ?? roadmap?.href ?? null;
				if (url === null) return [];
				const reference = referenceOf(one.issue);
				const names = [reference, shortReference(reference), `#${String(one.issue.iid)}`];
				const state = describeIssueFound(one, hasCommitments(registry.plan));
				return [{ kind: 'Issue' as const, title: one.issue.title, url, state, names }];
			}),
	);
}

async function findApi(): Promise<SearchRow[]> {
	const { registry } = await siteData();
	const consumers = await readConsumers();
	const endpoints = registry.api.endpoints.map((endpoint) => {
		const calls = findCallers(consumers, endpoint).length;
		const called = calls === 0 ? 'no call found' : `called by ${formatCount(calls, 'consumer')}`;
		const state = `${endpointStatuses[endpoint.status].word}, ${called}`;
		const page = endpointPageAddress(endpoint.id);
		return rowOf('Endpoint', nameEndpoint(endpoint), page, state, endpoint.title, endpoint.path);
	});
	const callers = consumers.map((consumer) => {
		const { name, path } = consumer.declared;
		const state = `${consumerStates[consumer.state].word}, ${describeCalls(consumer)}`;
		return rowOf('Consumer', name, consumerPageAddress(path), state, path);
	});
	return [...endpoints, ...callers];
}

async function findNeeds(): Promise<SearchRow[]> {
	const { contact } = (await siteData()).registry;
	const page = await pageOf('Contact');
	return contact && page ? findNeedRows(contact, page.href) : [];
}

/** Those whom pages name, each once with all that the person is. */
async function findPeople(): Promise<SearchRow[]> {
	const { registry, snapshot } = await siteData();
	const { about, rows } = snapshot;
	const rosters = await pageOf('Roster');
	const people = await pageOf('People');
	const inRosters = rows.team
		.filter(({ vacancy }) => !vacancy && rosters)
		.map(({ name, username, role }) => ({ name, username, role, page: rosters }));
	const inGroups = registry.people.flatMap((declared) => {
		const { members } = findMembersShown({ declared, ...rows, state: about.lists.members });
		return (people ? (members ?? []) : []).map(({ name, username }) => ({
			name,
			username,
			role: declared.name,
			page: people,
		}));
	});
	const byName = Map.groupBy([...inRosters, ...inGroups], ({ username, name }) => username ?? name);
	return [...byName.values()].flatMap((found) => {
		const [first] = found;
		if (!first?.page) return [];
		const roles = new Set(found.flatMap(({ role }) => role ?? []));
		/** Many look for a person by the job, such as product manager. */
		const names = inRosters.filter((one) => found.includes(one)).flatMap(({ role }) => role ?? []);
		if (first.username !== null) names.push(first.username, `@${first.username}`);
		return [rowOf('Person', first.name, first.page.path, [...roles].join(', '), ...names)];
	});
}
