import type { Graph } from '../../graph/graph.ts'
import { checkExportOptions, inChunks, type TextExporter } from '../exporter.ts'

/** JSON Lines: every article, entity, event and mention of the graph as it is, `record` telling which. */
export const jsonl: TextExporter = {
  name: 'jsonl',
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  write(graph, options = {}) {
    checkExportOptions(jsonl, options)
    return inChunks(lines(graph))
  },
}

function* lines({ articles, entities, events, mentions }: Graph): Generator<string> {
  const lists = { article: articles, entity: entities, event: events, mention: mentions }
  for (const [record, list] of Object.entries(lists)) for (const thing of list) yield `${JSON.stringify({ record, ...thing })}\n`
}
