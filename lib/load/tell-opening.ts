import type { StoreAddress } from '@/lib/store/open-store';

/** In: where a store is, and who wants to know. Out: the same address, whose opening says how long it takes when it takes long. */
export function tellOpening(address: StoreAddress, tell: (line: string) => void): StoreAddress {
  return address.engine === 'embedded' ? { ...address, onOpening: tell } : address;
}
