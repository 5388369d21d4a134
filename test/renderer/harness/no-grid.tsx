// TEST ONLY: stands where the grid will be.
export const Grid = () => <p>grid</p>;
