import type { ExportedConsumer, ExportedEndpoint } from '#model/exported-consumer.ts';
import type { ConsumersExport } from '#model/exported-consumers.ts';
import { column, joined, toTable, type CsvColumn, type CsvTable } from './csv.ts';

type Call = NonNullable<ExportedConsumer['calls']>[number];

/** One thing that a consumer calls; of one that calls nothing, or of which nothing is known, one row. */
interface CallRow {
	consumer: ExportedConsumer;
	/** `null`: what is called is no known endpoint, or nothing is. */
	endpoint: ExportedEndpoint | null;
	/** `null`: nothing is called. */
	places: Call['places'] | null;
	/** Places that are only counted. */
	more: number;
	/** What is called and no known endpoint. */
	unmapped: string | null;
	since: Call['since'];
	snapshot: ConsumersExport['snapshot'];
}

/** The calls of the JSON, a row for each consumer and what it calls. */
export function toConsumersTable(exported: ConsumersExport): CsvTable {
	return toTable(
		consumersCsvColumns,
		exported.consumers.flatMap((consumer) => toRows(consumer, exported)),
	);
}

function toRows(consumer: ExportedConsumer, { endpoints, snapshot }: ConsumersExport): CallRow[] {
	const empty = {
		consumer,
		endpoint: null,
		places: null,
		more: 0,
		unmapped: null,
		since: null,
		snapshot,
	};
	const rows = [
		...(consumer.calls ?? []).map(({ endpoint, places, more, since }) => ({
			...empty,
			endpoint: endpoints.find(({ id }) => id === endpoint) ?? null,
			places,
			more,
			since,
		})),
		...(consumer.unmapped ?? []).map(({ call, places, more }) => ({
			...empty,
			places,
			more,
			unmapped: call,
		})),
	];
	return rows.length > 0 ? rows : [empty];
}

/** Names stay as they are. */
const consumersCsvColumns: readonly CsvColumn<CallRow>[] = [
	column('path', 'The path of the consumer that the team declares: look rows up by it.', (row) => {
		return row.consumer.path;
	}),
	column('name', 'What the team calls it.', ({ consumer }) => consumer.name),
	column('state', 'seen, not-seen, partial (calls may be missing) or unknown.', ({ consumer }) => {
		return consumer.state;
	}),
	column('endpoint', 'Id of an endpoint that it calls. Empty: see unmapped and state.', (row) => {
		return row.endpoint?.id ?? null;
	}),
	column('method', 'Method of that endpoint.', ({ endpoint }) => endpoint?.method ?? null),
	column('endpoint_path', 'Path of that endpoint.', ({ endpoint }) => endpoint?.path ?? null),
	column('endpoint_status', 'active, experimental or deprecated.', ({ endpoint }) => {
		return endpoint?.status ?? null;
	}),
	column('removal', 'The milestone in which that endpoint is to go.', ({ endpoint }) => {
		return endpoint?.removal ?? null;
	}),
	column('unmapped', 'What it calls and is no known endpoint.', ({ unmapped }) => unmapped),
	column('places', 'At how many places of its source. Empty: nothing is known.', (row) => {
		return row.places ? row.places.length + row.more : row.consumer.calls === null ? null : 0;
	}),
	column('first_place', 'The first of them, at the commit that was read.', ({ places }) => {
		return places?.[0]?.url ?? null;
	}),
	column('since', 'The first day on which it is known to have called it.', ({ since }) => {
		return since?.day ?? null;
	}),
	column('since_at_least', 'true: before that day nothing is known.', ({ since }) => {
		return since?.isAtLeast ?? null;
	}),
	column('clients', 'Client libraries that it requires, with their versions.', ({ consumer }) => {
		return joined(consumer.clients?.map(({ name, version }) => `${name} ${version}`));
	}),
	column('contact', 'Whom to ask.', ({ consumer }) => consumer.contact.url),
	column('page', 'Its page in the handbook.', ({ consumer }) => consumer.page),
	column('commit', 'The commit that was read.', ({ consumer }) => consumer.reading?.commit ?? null),
	column('read_at', 'The pull that read it.', ({ consumer }) => consumer.reading?.readAt ?? null),
	column('pulled_at', 'When GitLab was last asked for its source. Empty: never.', (row) => {
		return row.snapshot.evidence.pulledAt;
	}),
	column('list_state', 'fresh, stale (older rows, since GitLab failed) or missing.', (row) => {
		return row.snapshot.evidence.state;
	}),
	column('source', 'The GitLab that was asked.', ({ snapshot }) => snapshot.source),
	column('sample', 'true: what looks as if it came from GitLab is invented.', (row) => {
		return row.snapshot.sample;
	}),
];
