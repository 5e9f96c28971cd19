import type { RaRecord } from 'react-admin';
import type { PlateRecord } from '../../components/PlateView.tsx';

/** A row of `cars`; days are JST. */
export type Car = RaRecord & PlateRecord & {
  chassis_no: string; site_id: number; next_expires_on: string | null; expiry_estimated: boolean; last_application_id: number; last_on: string; last_outcome: string;
};

/** Where the next request of a car begins, filled with what its newest case lends. */
export const nextRequestOf = (car: Pick<Car, 'last_application_id'>): string => `/applications/create?from=${car.last_application_id}`;
