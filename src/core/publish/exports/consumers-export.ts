import type { Consumer } from '#core/consumers/consumer.ts';
import { compareText } from '#model/order.ts';
import type { Api } from '#model/api.ts';
import type { ConsumersExport } from '#model/exported-consumers.ts';
import type { About } from '#model/snapshot.ts';
import { toExportHead, type HeadSource } from './export-head.ts';
import { toExportedConsumer, toExportedEndpoint } from './exported-consumer.ts';
import { toExportStamp, toListStamp } from './list-stamp.ts';

export interface ConsumersSource extends HeadSource {
	about: About;
	api: Pick<Api, 'name' | 'endpoints'>;
	/** In any order. */
	consumers: readonly Consumer[];
}

/** What machines are told of the consumers: every one that is declared, in the order of the paths. */
export function toConsumersExport(source: ConsumersSource): ConsumersExport {
	const { about, api, consumers, addressOf } = source;
	return {
		...toExportHead('consumers', source),
		snapshot: {
			...toExportStamp(about),
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
