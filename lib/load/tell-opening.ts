import type { StoreAddress } from '@/lib/store/open-store';

/**
 * Makes the opening of a store report how long it takes when it takes long.
 * @param address - where the store is
 * @param tell - is told how long it takes
 */
export function tellOpening(address: StoreAddress, tell: (line: string) => void): StoreAddress {
  return address.engine === 'embedded' ? { ...address, onOpening: tell } : address;
}
