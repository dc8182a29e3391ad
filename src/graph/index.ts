/** `khabar/graph`: articles, entities and events of many readings as one graph. */
export { createGraph, type GraphBuilder, type GraphOptions, graph } from './build.ts'
export type { Graph, GraphArticle, GraphEntity, GraphEvent, GraphMention, GraphPost } from './graph.ts'
export type { Told } from './told.ts'
