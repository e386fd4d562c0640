import type { ClientState } from '#core/consumers/client-state.ts';
import type { CallPlace, Consumer } from '#core/consumers/consumer.ts';
import { lacksMethod } from '#core/consumers/endpoints/api-uses.ts';
import { permalinkTo } from '#core/consumers/permalink.ts';
import { findContact } from '#core/consumers/impact.ts';
import type { DeclaredEndpoint } from '#model/api.ts';
import type { SourceReading } from '#model/evidence.ts';
import { Reading, type ExportedConsumer, type ExportedEndpoint } from '#model/exports/consumer.ts';
import { consumerPageAddress, endpointPageAddress, type AddressOf } from './addresses.ts';

type Exported<Key extends 'clients' | 'calls' | 'unmapped'> = NonNullable<
	ExportedConsumer[Key]
>[number];

export function toExportedConsumer(consumer: Consumer, addressOf: AddressOf): ExportedConsumer {
	const { declared, url, state, why, trouble, reading, clients, calls, unmapped } = consumer;
	return {
		path: declared.path,
		name: declared.name,
		page: addressOf(consumerPageAddress(declared.path)),
		webUrl: url,
		contact: findContact(consumer),
		state,
		why,
		trouble,
		// What the schema does not name is not published.
		reading: reading && Reading.strip().parse(reading),
		clients: reading && clients.map((client) => toClient(client, url, reading)),
		calls:
			reading &&
			calls.map(({ endpoint, since, places, more, methodUnknown }) => ({
				endpoint: endpoint.id,
				since: since ?? null,
				places: places.map(toPlace),
				more,
				methodUnknown,
			})),
		unmapped:
			reading &&
			unmapped.map(({ name, places, more }) => ({
				call: name,
				places: places.map(toPlace),
				more,
			})),
		otherUnmapped: reading && consumer.otherUnmapped,
		otherClients: reading && (reading.more?.clients ?? 0),
	};
}

function toClient(
	{ used, library, isReplaced, latest, age }: ClientState,
	url: string,
	reading: SourceReading,
): Exported<'clients'> {
	return {
		id: used.client,
		name: library?.name ?? used.client,
		package: used.package,
		version: used.version,
		url: permalinkTo(url, reading, used),
		latest,
		state: age.state,
		behind: age.state === 'behind' ? { part: age.behind.part, count: age.behind.count } : null,
		retired: library?.retired ?? false,
		replaced: isReplaced,
	};
}

function toPlace(place: CallPlace): Exported<'calls'>['places'][number] {
	const { kind, name, client, file, line, condition, candidates, url } = place;
	const isMethodKnown = !lacksMethod({ kind }, candidates);
	const isCertain = candidates < 2;
	return { kind, call: name, client, file, line, condition, isCertain, isMethodKnown, url };
}

export function toExportedEndpoint(
	endpoint: DeclaredEndpoint,
	addressOf: AddressOf,
): ExportedEndpoint {
	const { id, method, path, title, status, deprecation, graphql, docs } = endpoint;
	return {
		id,
		method,
		path,
		title,
		status,
		deprecatedSince: deprecation?.since ?? null,
		removal: deprecation?.removal ?? null,
		replacement: deprecation?.replacement ?? null,
		graphql,
		docs,
		page: addressOf(endpointPageAddress(id)),
	};
}
