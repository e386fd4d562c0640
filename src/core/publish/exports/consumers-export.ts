import type { Consumer } from '#core/consumers/consumer.ts';
import { compareText } from '#model/order.ts';
import type { Api } from '#model/api.ts';
import { ConsumersExport } from '#model/exports/consumers.ts';
import type { About } from '#model/snapshot.ts';
import { toExportHead, toListStamp, type HeadSource } from './export-head.ts';
import { toExportedConsumer, toExportedEndpoint } from './exported-consumer.ts';
import {
	Call,
	CallSince,
	ExportedConsumer,
	ExportedEndpoint,
	Place,
	Reading,
} from '#model/exports/consumer.ts';
import { columnsOf, toTable, type CsvTable } from './csv.ts';

export interface ConsumersSource extends HeadSource {
	about: About;
	api: Pick<Api, 'name' | 'endpoints'>;
	/** In any order. */
	consumers: readonly Consumer[];
}

/** What machines are told of the consumers: every one that is declared, in the order of the paths. */
export function toConsumersExport(source: ConsumersSource): ConsumersExport {
	const { about, api, consumers, addressOf } = source;
	const head = toExportHead('consumers', source);
	return {
		...head,
		snapshot: {
			...head.snapshot,
			consumers: toListStamp(about.lists.consumers),
			evidence: toListStamp(about.lists.evidence),
			libraries: toListStamp(about.lists.libraries),
		},
		api: api.name,
		endpoints: api.endpoints.map((endpoint) => toExportedEndpoint(endpoint, addressOf)),
		consumers: consumers
			.toSorted((a, b) => compareText(a.declared.path, b.declared.path))
			.map((consumer) => toExportedConsumer(consumer, addressOf)),
	};
}

/** One thing that a consumer calls; of one that calls nothing, or of which nothing is known, one row. */
interface CallRow {
	consumer: ExportedConsumer;
	/** `null`: what is called is no known endpoint, or nothing is. */
	endpoint: ExportedEndpoint | null;
	/** `null`: nothing is called. */
	places: Call['places'] | null;
	/** Places that are only counted. */
	more: number;
	/** `null`: nothing is called, or no known endpoint. */
	methodUnknown: number | null;
	/** What is called and no known endpoint. */
	unmapped: string | null;
	since: Call['since'];
}

/** The calls of the JSON, a row for each consumer and what it calls. */
export function toConsumersTable({ consumers, endpoints, snapshot }: ConsumersExport): CsvTable {
	const stamp = ConsumersExport.shape.snapshot;
	const columns = [
		...columnsOf(ExportedConsumer, ['path', 'name', 'state'], ({ consumer }: CallRow) => consumer),
		...columnsOf(
			ExportedEndpoint,
			['id', 'method', 'path', 'status', 'removal'],
			({ endpoint }: CallRow) => endpoint,
		),
		...columnsOf(ExportedConsumer, ['unmapped'], (row: CallRow) => row),
		...columnsOf(Call, ['places'], (row: CallRow) => ({ places: countPlaces(row) })),
		...columnsOf(Place, ['url'], ({ places }: CallRow) => places?.[0]),
		...columnsOf(CallSince, ['day', 'isAtLeast'], ({ since }: CallRow) => since),
		...columnsOf(ExportedConsumer, ['clients', 'contact', 'page'], ({ consumer }: CallRow) => ({
			clients: consumer.clients?.map(({ name, version }) => `${name} ${version}`),
			contact: consumer.contact.url,
			page: consumer.page,
		})),
		...columnsOf(Reading, ['commit', 'readAt'], ({ consumer }: CallRow) => consumer.reading),
		...columnsOf(stamp.shape.evidence, ['pulledAt', 'state'], () => snapshot.evidence),
		...columnsOf(stamp, ['source', 'sample'], () => snapshot),
		...columnsOf(Call, ['methodUnknown'], (row: CallRow) => row),
	];
	return toTable(
		columns,
		consumers.flatMap((consumer) => toRows(consumer, endpoints)),
	);
}

function toRows(consumer: ExportedConsumer, endpoints: readonly ExportedEndpoint[]): CallRow[] {
	const empty = {
		consumer,
		endpoint: null,
		places: null,
		more: 0,
		methodUnknown: null,
		unmapped: null,
		since: null,
	};
	const rows = [
		...(consumer.calls ?? []).map((call) => ({
			...empty,
			...call,
			endpoint: endpoints.find(({ id }) => id === call.endpoint) ?? null,
		})),
		...(consumer.unmapped ?? []).map(({ call, ...places }) => ({
			...empty,
			...places,
			unmapped: call,
		})),
	];
	return rows.length > 0 ? rows : [empty];
}

function countPlaces({ consumer, places, more }: CallRow): number | null {
	if (places) return places.length + more;
	return consumer.calls === null ? null : 0;
}
