import { findEndpoints, lacksMethod } from '#core/consumers/endpoints/api-uses.ts';
import { compareText } from '#model/order.ts';
import { isSamePath } from '#core/base/paths.ts';
import type { Api } from '#model/api.ts';
import type { ConsumerEvidence, MoreUses, SourceReading } from '#model/evidence.ts';
import type { CallsOfDay } from '#model/history.ts';
import type { Project } from '#model/project.ts';
import type { DeclaredConsumer } from '#model/declared.ts';
import type { Registry } from '#model/registry.ts';
import type { Site } from '#model/site.ts';
import type { About, SnapshotRows } from '#model/snapshot.ts';
import { findCalledSince } from './called-since.ts';
import { toClientState } from './client-state.ts';
import type { CallPlace, Consumer, EndpointCall, UnmappedCall } from './consumer.ts';
import { permalinkTo, projectUrlOf } from './permalink.ts';
import { judgeReading } from './reading-state.ts';

export interface ConsumerSource {
	about: Pick<About, 'lists'>;
	rows: Pick<SnapshotRows, 'consumers' | 'evidence' | 'libraries'>;
}

type Declared = Pick<Registry, 'consumers' | 'api'> & { site: Pick<Site, 'instance'> };

/**
 * Every declared consumer with what its source says, in the order of the registry.
 *
 * @param history Calls of earlier days, in any order, of the same source as the snapshot.
 */
export function findConsumers(
	{ site, consumers, api }: Declared,
	{ about, rows }: ConsumerSource,
	history: readonly CallsOfDay[],
): Consumer[] {
	const versions = { rows: rows.libraries, state: about.lists.libraries.state };
	return consumers.map((declared) => {
		const project = findRow(rows.consumers, declared);
		const evidence = findRow(rows.evidence, declared);
		const url = projectUrlOf(declared, project, site.instance);
		const judged = judgeReading(evidence, project, about.lists.evidence);
		const { reading } = judged;
		return {
			declared,
			project,
			url,
			...judged,
			...findCalls(reading, url, api, (one) => findCalledSince(history, declared.path, one)),
			clients: (reading?.clients ?? []).map((used) => toClientState(used, api, versions)),
		};
	});
}

function findRow<Row extends Pick<Project | ConsumerEvidence, 'path'>>(
	rows: readonly Row[],
	{ path }: Pick<DeclaredConsumer, 'path'>,
): Row | undefined {
	return rows.find((row) => isSamePath(row.path, path));
}

function findCalls(
	reading: SourceReading | null,
	url: string,
	api: Api,
	sinceOf: (endpoint: EndpointCall['endpoint']) => EndpointCall['since'],
): Pick<Consumer, 'calls' | 'unmapped' | 'otherUnmapped'> {
	if (reading === null) return { calls: [], unmapped: [], otherUnmapped: 0 };
	const found = reading.uses
		.toSorted((a, b) => compareText(a.file, b.file) || a.line - b.line)
		.map((use) => {
			const endpoints = findEndpoints(use, api);
			const candidates = endpoints.length;
			return { endpoints, place: { ...use, url: permalinkTo(url, reading, use), candidates } };
		});
	const calls = api.endpoints.flatMap((endpoint) => {
		const places = found
			.filter(({ endpoints }) => endpoints.some(({ id }) => id === endpoint.id))
			.map(({ place }) => place);
		const more = reading.more?.endpoints[endpoint.id] ?? 0;
		const methodUnknown =
			places.filter((place) => lacksMethod(place, place.candidates)).length +
			(reading.more?.withoutMethod?.[endpoint.id] ?? 0);
		const since = sinceOf(endpoint);
		return places.length === 0 ? [] : [{ endpoint, places, more, methodUnknown, since }];
	});
	const unmapped = found
		.filter(({ endpoints }) => endpoints.length === 0)
		.map(({ place }) => place);
	return {
		calls,
		unmapped: groupByName(unmapped, reading.more),
		otherUnmapped: reading.more?.otherNames ?? 0,
	};
}

function groupByName(places: readonly CallPlace[], more: MoreUses | undefined): UnmappedCall[] {
	const groups = Map.groupBy(places, ({ kind, name }) => `${kind} ${name}`);
	return [...groups.values()]
		.flatMap((group) => {
			const [first] = group;
			if (!first) return [];
			const { name, kind } = first;
			return [{ name, kind, places: group, more: more?.unmapped[name] ?? 0 }];
		})
		.toSorted((a, b) => compareText(a.name, b.name) || compareText(a.kind, b.kind));
}
