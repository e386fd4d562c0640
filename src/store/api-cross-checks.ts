import type { z } from 'zod';
import type { Api, DeclaredEndpoint } from '#model/api.ts';
import type { YamlFile } from './yaml-file.ts';

type Report = (path: PropertyKey[], message: string) => void;

/** Endpoints name each other and client libraries by their ids, and each is there once. */
export function withKnownEndpoints<Schema extends z.ZodType<Api>>(schema: Schema, file: YamlFile) {
	return schema.superRefine((api, context) => {
		const report: Report = (path, message) => {
			context.addIssue({ code: 'custom', path, message });
		};
		const lineOf = (...path: PropertyKey[]) => String(file.lineOf(path) ?? '?');
		reportDoubles(
			api.clients,
			({ id }) => id,
			(index, first, id) => {
				report(
					['clients', index, 'id'],
					`Doubled id: "${id}" is on line ${lineOf('clients', first)} already`,
				);
			},
		);
		reportDoubles(
			api.endpoints,
			({ id }) => id,
			(index, first, id) => {
				report(
					['endpoints', index, 'id'],
					`Doubled id: "${id}" is on line ${lineOf('endpoints', first)} already`,
				);
			},
		);
		reportDoubles(api.endpoints, shapeOf, (index, first) => {
			const { method, path } = api.endpoints[index] ?? {};
			report(
				['endpoints', index, 'path'],
				`Doubled endpoint: ${String(method)} ${String(path)} is on line ${lineOf('endpoints', first)} already`,
			);
		});
		reportUnknown(api, report);
	});
}

/** Two paths that differ in nothing but the names of what varies are one. */
function shapeOf({ method, path }: DeclaredEndpoint): string {
	return `${method} ${path.replaceAll(/:[^/]+/g, ':')}`;
}

function reportUnknown({ clients, endpoints }: Api, report: Report): void {
	const ids = new Set(endpoints.map(({ id }) => id));
	const clientIds = clients.map(({ id }) => id);
	endpoints.forEach(({ id, deprecation, calls }, index) => {
		const replacement = deprecation?.replacement;
		if (replacement !== undefined && (replacement === id || !ids.has(replacement))) {
			report(
				['endpoints', index, 'deprecation', 'replacement'],
				`Unknown replacement "${replacement}": expected the id of another endpoint of this file`,
			);
		}
		for (const client of Object.keys(calls).filter((name) => !clientIds.includes(name))) {
			const known = clientIds.map((name) => `"${name}"`).join(', ');
			report(
				['endpoints', index, 'calls', client],
				`Unknown client library "${client}": expected one of ${known}`,
			);
		}
	});
}

function reportDoubles<Entry>(
	entries: readonly Entry[],
	keyOf: (entry: Entry) => string,
	onDouble: (index: number, first: number, key: string) => void,
): void {
	const firsts = new Map<string, number>();
	entries.forEach((entry, index) => {
		const key = keyOf(entry);
		const first = firsts.get(key);
		if (first === undefined) firsts.set(key, index);
		else onDouble(index, first, key);
	});
}
