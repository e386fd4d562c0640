import type { ListName, Snapshot } from '#model/snapshot.ts';
import type { AnonymousClient } from '#gitlab/transport/client.ts';
import { findAskedLibraries, pullLibraries } from './pull-libraries.ts';
import { pullSurface } from './pull-surface.ts';
import type { Puller, Source } from './source.ts';

/** The newest versions of the libraries by which the API is called, and its documentation. */
export function apiPullers(
	{ registry: { api }, lastGood }: Source,
	clientFor: (list: ListName) => AnonymousClient,
): Record<'libraries' | 'surface', Puller> {
	const asked = findAskedLibraries(api.clients).length;
	const { surface } = api;
	const files = surface.pages.length + (surface.openapi === undefined ? 0 : 1);
	return {
		libraries: {
			of: asked,
			pull: async (onRow) => {
				const rows = await pullLibraries(clientFor('libraries'), api.clients, onRow);
				return { libraries: { kind: 'rows', rows, mayBeEmpty: asked === 0 } };
			},
		},
		surface: {
			of: files === 0 ? 0 : files + 1,
			pull: async (onStep) => {
				if (files === 0) return { surface: { kind: 'rows', rows: [], mayBeEmpty: true } };
				const known = lastGood && knownSurface(lastGood);
				const read = await pullSurface(clientFor('surface'), surface, known, onStep);
				return { surface: { kind: 'rows', ...read } };
			},
		},
	};
}

function knownSurface({ about, rows }: Snapshot) {
	return { rows: rows.surface, surfaceFor: about.surfaceFor };
}
