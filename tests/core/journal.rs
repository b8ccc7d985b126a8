mod entries;
mod lists;
mod searching;
mod trash;
