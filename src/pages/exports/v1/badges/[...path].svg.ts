/** For each project of the inventory, what its checks have found, as an image for READMEs. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { readProjectsExport } from '#blocks/exports.ts';
import { describeBadge, renderBadge } from '#core/exports/badge.ts';

export const prerender = true;

export const getStaticPaths = (async () => {
	const { projects, snapshot } = await readProjectsExport();
	return projects.map((project) => ({
		params: { path: project.path },
		props: { badge: describeBadge(project, snapshot) },
	}));
}) satisfies GetStaticPaths;

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

export const GET: APIRoute<Props> = ({ props: { badge } }) =>
	new Response(`${renderBadge(badge)}\n`, { headers: { 'Content-Type': 'image/svg+xml' } });
