import type { Entity } from './entity';

/** An entity by its names alone. */
export type EntityName = Pick<Entity, 'id' | 'name' | 'aliases'>;
