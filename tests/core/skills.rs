mod finding;
mod library;
mod ranking;
mod settled_order;
mod shelves;
mod statistics;
