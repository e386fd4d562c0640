/**
 * For each project of the inventory, what its checks have found, as an image for READMEs: also at the
 * paths that it had before, since READMEs still ask there.
 */
import type { APIRoute, GetStaticPaths } from 'astro';
import { exportFiles } from '#blocks/read/exports.ts';
import { describeBadge, renderBadge } from '#core/publish/exports/badge.ts';

export const getStaticPaths = (async () => {
	const { projects, snapshot } = await exportFiles.projects.read();
	return projects.flatMap((project) =>
		[project.path, ...project.earlierPaths].map((path) => ({
			params: { path },
			props: { badge: describeBadge(project, snapshot) },
		})),
	);
}) satisfies GetStaticPaths;

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

export const GET: APIRoute<Props> = ({ props: { badge } }) =>
	new Response(`${renderBadge(badge)}\n`, { headers: { 'Content-Type': 'image/svg+xml' } });
