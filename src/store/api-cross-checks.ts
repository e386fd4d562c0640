import type { z } from 'zod';
import type { Api, DeclaredEndpoint } from '#model/api.ts';
import { findDoubles, idOf, quoted, reporterOf, type Report } from '#model/refinement.ts';
import type { YamlFile } from './yaml-file.ts';

/** Endpoints name each other and client libraries by their ids, and each is there once. */
export function knownEndpoints(file: YamlFile) {
	return (api: Api, context: z.RefinementCtx) => {
		const report = reporterOf(context);
		for (const list of ['clients', 'endpoints'] as const) {
			for (const { key, index, first } of findDoubles<{ id: string }>(api[list], idOf)) {
				const line = file.lineIn(list, first);
				report([list, index, 'id'], `Duplicate id: "${key}" is on line ${line} already`);
			}
		}
		for (const { entry, index, first } of findDoubles(api.endpoints, shapeOf)) {
			const line = file.lineIn('endpoints', first);
			report(
				['endpoints', index, 'path'],
				`Duplicate endpoint: ${entry.method} ${entry.path} is on line ${line} already`,
			);
		}
		reportUnknown(api, report);
	};
}

/** Two paths that differ in nothing but the names of what varies are one. */
function shapeOf({ method, path }: DeclaredEndpoint): string {
	return `${method} ${path.replaceAll(/:[^/]+/g, ':')}`;
}

function reportUnknown({ clients, endpoints }: Api, report: Report): void {
	const ids = new Set(endpoints.map(({ id }) => id));
	const clientIds = clients.map(idOf);
	endpoints.forEach(({ id, deprecation, calls }, index) => {
		const replacement = deprecation?.replacement;
		if (replacement !== undefined && (replacement === id || !ids.has(replacement))) {
			report(
				['endpoints', index, 'deprecation', 'replacement'],
				`Unknown replacement "${replacement}": expected the id of another endpoint of this file`,
			);
		}
		for (const client of Object.keys(calls).filter((name) => !clientIds.includes(name))) {
			const message = `Unknown client library "${client}": expected one of ${quoted(clientIds)}`;
			report(['endpoints', index, 'calls', client], message);
		}
	});
}
